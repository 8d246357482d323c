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

/** The prefix, for `mkdtemp`, of a new folder for one start within `folder`. */
export function temporaryPrefix(folder: string): string {
  return join(folder, PREFIX)
}

/** Whether the name of `path` begins with {@link temporaryPrefix}. */
export function isTemporary(path: string): boolean {
  return basename(path).startsWith(PREFIX)
}

/**
 * Removes from `folder` the files and folders of this user whose name matches `pattern` and that have not changed for
 * an hour. It does not follow links. `folder` must be a result of `ownFolder` or `folderForOurs`. It never throws: a
 * file that cannot be removed harms nobody.
 */
export async function removeLeftovers(folder: string, pattern: RegExp): Promise<void> {
  const names = await readdir(folder).catch(() => []) // a folder that cannot be read can still be used
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
          // Another process removed it first, or it cannot be removed. New programs can be made in both cases.
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
