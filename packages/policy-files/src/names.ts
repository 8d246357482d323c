/* What the name of a policy or a filter says, before anything is read. */
import { expectText } from '@seccompile/shape'

/** The prefix of a name that means a preset, or several joined by `+`, and no file. */
export const PRESET = 'preset:'

/** Whether `path` ends as a module does: of JavaScript or TypeScript. */
export function isModulePath(path: string): boolean {
  expectText(path, 'path')
  return /\.[cm]?[jt]s$/.test(path)
}

/** Whether the relative path `name`, with `/`, names a file above its folder, or by an absolute path. */
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
