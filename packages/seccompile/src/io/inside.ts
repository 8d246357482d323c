import { existsSync, realpathSync, statSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { sep } from 'node:path'

/**
 * Whether symbolic links lead from `path`, a file below `folder`, out of the folder. `false`, if there is no such
 * file.
 */
export function isLinkOut(folder: string, path: string): boolean {
  if (!existsSync(path)) return false
  const [real, root] = [realpathSync(path), realpathSync(folder)]
  return !real.startsWith(root.endsWith(sep) ? root : root + sep)
}

/** The facts about the file `path`; `undefined` where there is none, or it cannot be looked at. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined // reading or writing the file will report what is wrong with the path
  }
}

/** Whether both paths name one file that exists, by whatever links. */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [statOf(one), statOf(other)]
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino
}
