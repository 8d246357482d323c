/*
 * What processes leave behind that end by SIGKILL, or with the machine.
 *
 * Whatever is made for one start lies in a folder of its own within that for temporary files. A process that ends in any
 * other way removes it; the next that needs one removes what is old, of this user, and has such a name. It does so only
 * in a folder in which nobody else can move what is ours: elsewhere another user could put a link in its place between
 * two steps.
 */
import { mkdtempSync } from 'node:fs'
import { lstat, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { folderForOurs } from './own-folder.ts'

/** What a temporary folder is for: a program for one start, the filters for a launcher, a file that is tried. */
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
 * Removes from `folder` what is of this user, has a name like `pattern` and has not changed for an hour. Links are not
 * followed. `folder` must be one that `ownFolder` or `folderForOurs` yielded. Never throws: what stays is in nobody's way.
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

/** Removes old temporary folders of this user from that for temporary files at `path`, where that is safe. */
export async function removeOldTemporaries(path: string): Promise<void> {
  const folder = await folderForOurs(path).catch(() => undefined)
  if (folder !== undefined) await removeLeftovers(folder, TEMPORARY)
}
