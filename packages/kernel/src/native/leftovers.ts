/*
 * Files that a process leaves behind where SIGKILL ends it, or the machine stops.
 *
 * A program for one start lies in a folder of its own within the folder for temporary files. A process that ends
 * in any other way removes its folder. The next process that needs such a folder removes old ones: those of
 * this user with a name like these. It does so only where nobody else can move folders of this user. Elsewhere
 * another user could put a link in the place of a folder between two steps. Other temporary files have no name: see
 * nameless-file.ts.
 */
import { lstat, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { folderForOurs } from './own-folder.ts'

const PREFIX = 'seccompile-once-'
const TEMPORARY = /^seccompile-once-\w{6}$/
const HOUR = 60 * 60 * 1000

/** The name that a new folder for one start within `folder` begins with: to be given to `mkdtemp`. */
export function temporaryPrefix(folder: string): string {
  return join(folder, PREFIX)
}

/** Whether `path` was made with {@link temporaryPrefix}. */
export function isTemporary(path: string): boolean {
  return basename(path).startsWith(PREFIX)
}

/**
 * Removes from `folder` the files and folders of this user with a name like `pattern` that have not changed for
 * an hour. Links are not followed. `folder` must be one that `ownFolder` or `folderForOurs` yielded. Never
 * throws: a file that stays is in nobody's way.
 */
export async function removeLeftovers(folder: string, pattern: RegExp): Promise<void> {
  const names = await readdir(folder).catch(() => []) // a folder need not be readable to be of use
  await Promise.all(
    names
      .filter((name) => pattern.test(name))
      .map(async (name) => {
        const path = join(folder, name)
        try {
          const { mtimeMs, uid } = await lstat(path)
          if (uid === process.geteuid?.() && Date.now() - mtimeMs > HOUR)
            await rm(path, { recursive: true, force: true })
        } catch {
          // Another process removes it too, or it stays: neither keeps anything from being made.
        }
      }),
  )
}

/**
 * Removes old temporary folders of this user from the folder for temporary files at `path`, where that is safe.
 */
export async function removeOldTemporaries(path: string): Promise<void> {
  const folder = await folderForOurs(path).catch(() => undefined)
  if (folder !== undefined) await removeLeftovers(folder, TEMPORARY)
}
