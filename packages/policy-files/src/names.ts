/* What is known of the file of a policy or a filter before it is read. */
import { expectText } from '@seccompile/shape'

/** The prefix of a name that stands for a preset, or for several joined by `+`, not for a file. */
export const PRESET = 'preset:'

/** The most bytes of a file with a policy or a filter. A hundred copies of Docker's profile are far smaller. */
export const MAX_FILE_BYTES: number = 8 * 1024 * 1024

/** Whether `path` has the ending of a module of JavaScript or TypeScript. */
export function isModulePath(path: string): boolean {
  expectText(path, 'path')
  return /\.[cm]?[jt]s$/.test(path)
}

/** Whether the relative path `name`, with `/`, leads out of its folder, or is absolute. */
export function isAbove(name: string): boolean {
  expectText(name, 'name')
  if (name.startsWith('/')) return true
  let depth = 0
  for (const part of name.split('/')) {
    if (part === '..') depth -= 1
    else if (part !== '' && part !== '.') depth += 1
    if (depth < 0) return true
  }
  return false
}
