/*
 * Files that a process leaves behind where SIGKILL ends it, or the machine stops.
 *
 * Files for one start lie in a folder of their own within the folder for temporary files. A process that ends
 * in any other way removes its folder. The next process that needs such a folder removes old ones: those of
 * this user with a name like these. It does so only where nobody else can move folders of this user. Elsewhere
 * another user could put a link in the place of a folder between two steps.
 */
import { mkdtempSync } from 'node:fs'
import { lstat, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { folderForOurs } from './own-folder.ts'

/**
 * The purpose of a temporary folder: a program for one start, the filters for a launcher, a file that is tried.
 */
export type Purpose = 'once' | 'filters' | 'trial'

const nameOf = (purpose: Purpose): string => `seccompile-${purpose}-`

const TEMPORARY = /^seccompile-(once|filters|trial)-\w{6}$/
const HOUR = 60 * 60 * 1000

/** The name that a new temporary folder within `folder` begins with: to be given to `mkdtemp`. */
export function temporaryPrefix(folder: string, purpose: Purpose): string {
  return join(folder, nameOf(purpose))
}

/** Whether `path` was made by {@link makeTemporary}, or with {@link temporaryPrefix}, for `purpose`. */
export function isTemporary(path: string, purpose: Purpose): boolean {
  return basename(path).startsWith(nameOf(purpose))
}

/** A new folder for `purpose` within `folder`, which nobody but this user can enter. */
export function makeTemporary(folder: string, purpose: Purpose): string {
  return mkdtempSync(temporaryPrefix(folder, purpose))
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
