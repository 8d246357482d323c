/*
 * A folder that nobody else can put anything into.
 *
 * A file is as safe as its path. The owner of a folder on the path, and everyone who may write to that folder, can
 * replace the folders and files below. So all folders on the path are checked, from / down and through symbolic
 * links, as sshd(8) does with StrictModes. Each folder has to belong to this user or to root, and others must
 * not be able to write to it. A folder with the sticky bit, such as /tmp, may be writable for all, since users
 * cannot move each other's files in it. After the check only this user and root can change the folders, so one
 * check is enough.
 *
 * The check trusts the owner of /, and does not check / itself: a user who can change / can change every
 * program on the machine. In a user namespace that does not map root, the root of the machine has another number than
 * 0, and is the owner of /. Other users who are not mapped have the same number, so the check takes them for root.
 * This matters only where the path leads through a folder of such a user.
 */
import { lstat, mkdir, readlink } from 'node:fs/promises'
import type { Stats } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'

const WRITABLE_BY_OTHERS = 0o022
const STICKY = 0o1000
/** The most symbolic links in one path, as in the kernel. @see path_resolution(7) */
const MOST_LINKS = 40

/** The `Stats` of the folder `path`, which is made where it is missing. */
async function foundOrMade(path: string): Promise<Stats> {
  try {
    return await lstat(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error // another process may have made the folder meanwhile
  }
  return lstat(path)
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/**
 * The real path of the folder `path`. `look` yields the `Stats` of each folder on the way.
 * @throws Error where others could replace a folder on the way, or as `look` does
 */
async function safelyReached(path: string, look: (path: string) => Promise<Stats>): Promise<string> {
  const trusted = new Set([0, process.geteuid?.(), (await lstat('/')).uid])
  const rest = path.split('/').reverse()
  let at = '/'
  let links = 0
  for (let name = rest.pop(); name !== undefined; name = rest.pop()) {
    if (name === '' || name === '.') continue
    if (name === '..') {
      at = dirname(at) // the parent folder was checked on the way down
      continue
    }
    const next = join(at, name)
    const stats = await look(next)
    if (!trusted.has(stats.uid)) throw new Error(`${next} belongs to another user, ${stats.uid}`)
    if (stats.isSymbolicLink()) {
      if (++links > MOST_LINKS) throw new Error(`${next}: too many symbolic links`)
      const target = await readlink(next)
      if (isAbsolute(target)) at = '/'
      rest.push(...target.split('/').reverse())
      continue
    }
    if (!stats.isDirectory()) throw new Error(`${next} is no folder`)
    if ((stats.mode & WRITABLE_BY_OTHERS) !== 0 && (stats.mode & STICKY) === 0)
      throw new Error(`${next} can be written to by others`)
    at = next
  }
  return at
}

/**
 * The real path of the folder at the absolute `path`. The folder and missing parents are made, but only below folders
 * that pass the check.
 * @throws Error where others could put something into it; the message says why
 */
export async function ownFolder(path: string): Promise<string> {
  const folder = await safelyReached(path, foundOrMade)
  if (((await lstat(folder)).mode & WRITABLE_BY_OTHERS) === 0) return folder
  throw new Error(`${folder} can be written to by others`)
}

/**
 * The real path of the folder at the absolute `path`, in which nobody else can move or replace a folder of this user:
 * /tmp, or a folder of this user.
 * @throws Error where others could move or replace such a folder; the message says why
 */
export async function folderForOurs(path: string): Promise<string> {
  return safelyReached(path, lstat)
}
