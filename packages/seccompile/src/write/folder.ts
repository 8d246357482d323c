import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CliError } from '../cli-error.ts'
import { reason } from '../load/input.ts'

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/**
 * Makes `folder` and those above it, where they are not there. `recursive` of Node's own mkdir tries for ever where the
 * kernel says ENOENT of a folder that is there, as it does of /proc.
 * @throws what node:fs throws
 */
export function makeFolders(folder: string): void {
  if (isFolder(folder)) return
  if (!existsSync(dirname(folder))) makeFolders(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!isFolder(folder)) throw error // somebody else may have been faster
  }
}

/**
 * {@link makeFolders} for a folder that was typed.
 * @throws CliError where it has no name, or cannot be made
 */
export function makeFolder(folder: string): void {
  if (folder === '') throw new CliError('expected the path of a folder; got ""')
  try {
    makeFolders(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // what node:fs throws
    const why = code === 'EEXIST' ? 'it is a file' : code === 'ENOENT' ? 'there can be none' : reason(error)
    throw new CliError(`${folder}: cannot be made: ${why}`, { cause: error })
  }
}
