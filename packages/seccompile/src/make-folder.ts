import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, statSync, unlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CliError } from './cli-error.ts'
import { reason } from './input.ts'

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

/**
 * Makes a folder that files are to be written to after long work, and sees that they can.
 * @throws CliError where it cannot be made or written to
 */
export function makeWritableFolder(folder: string): void {
  makeFolder(folder)
  const path = join(folder, `.seccompile-${randomUUID()}.tmp`)
  try {
    closeSync(openSync(path, 'wx'))
    unlinkSync(path)
  } catch (error) {
    throw new CliError(`${folder}: cannot be written to: ${reason(error)}`, { cause: error })
  }
}
