/* Facts that the name of a policy or a filter tells, before its file is read. */
import { expectText } from '@seccompile/shape'

/** The prefix of a name that stands for a preset, or for several joined by `+`, not for a file. */
export const PRESET = 'preset:'

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
