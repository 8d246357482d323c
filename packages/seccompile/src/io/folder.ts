import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CliError } from './cli-error.ts'
import { reason } from './input.ts'

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/**
 * Makes `folder` and the folders above it that do not exist. Node's own `recursive` never ends in some folders: in
 * /proc the kernel refuses a new folder with ENOENT, although its parent exists.
 * @throws the error of node:fs
 */
export function makeFolders(folder: string): void {
  if (isFolder(folder)) return
  if (!existsSync(dirname(folder))) makeFolders(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!isFolder(folder)) throw error // another process may have made it meanwhile
  }
}

/**
 * {@link makeFolders} for a folder that a person typed.
 * @throws CliError for an empty path, or a folder that cannot be made
 */
export function makeFolder(folder: string): void {
  if (folder === '') throw new CliError('expected the path of a folder; got ""')
  try {
    makeFolders(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // an error of node:fs
    const why =
      code === 'EEXIST'
        ? 'it is a file'
        : code === 'ENOENT'
          ? 'the file system does not allow a folder there'
          : reason(error)
    throw new CliError(`${folder}: cannot be made: ${why}`, { cause: error })
  }
}
