/*
 * A folder that nobody else can put anything into.
 *
 * What lies in a folder is as safe as the way to it: who owns a folder on the way, or may write to it, can put another one
 * in the place of what is below. So all of them are looked at, from / down and through symbolic links, as sshd(8) does
 * with StrictModes: each is ours or root's, and nobody else may write to it. A folder with the sticky bit, such as /tmp,
 * may be written to by all: there nobody moves what is another's. Once it is so, only we and root can change it, and it
 * need not be looked at again.
 *
 * Of / itself only the owner is asked for, and is trusted: who can change what is in it can change every program here.
 * Root of the machine is not 0 in a user namespace that does not map him; but / is his there too. Others who are not mapped
 * cannot be told from him then, which is of account only where the path leads through a folder of theirs.
 */
import { lstat, mkdir, readlink } from 'node:fs/promises'
import type { Stats } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'

const WRITABLE_BY_OTHERS = 0o022
const STICKY = 0o1000
/** As many as the kernel follows. @see path_resolution(7) */
const MOST_LINKS = 40

/** The state of `path`, which is made where it is not there. */
async function foundOrMade(path: string): Promise<Stats> {
  try {
    return await lstat(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error // somebody else may have been faster
  }
  return lstat(path)
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/**
 * The folder that `path` leads to by folders of which `look` tells the state, without links.
 * @throws Error where others could put another one in its place, or as `look` does
 */
async function safelyReached(path: string, look: (path: string) => Promise<Stats>): Promise<string> {
  const trusted = new Set([0, process.geteuid?.(), (await lstat('/')).uid])
  const rest = path.split('/').reverse()
  let at = '/'
  let links = 0
  for (let name = rest.pop(); name !== undefined; name = rest.pop()) {
    if (name === '' || name === '.') continue
    if (name === '..') {
      at = dirname(at) // it has been looked at
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
 * The folder that the absolute `path` leads to, without links; made, with those above it, where it is not there, but only
 * below folders that are as it must be.
 * @throws Error with why there is none that nobody else can put anything into
 */
export async function ownFolder(path: string): Promise<string> {
  const folder = await safelyReached(path, foundOrMade)
  if (((await lstat(folder)).mode & WRITABLE_BY_OTHERS) === 0) return folder
  throw new Error(`${folder} can be written to by others`)
}

/**
 * The folder that the absolute `path` leads to, without links, in which nobody else can move or replace a folder of ours:
 * /tmp, or one of our own.
 * @throws Error with why that cannot be said of it
 */
export async function folderForOurs(path: string): Promise<string> {
  return safelyReached(path, lstat)
}
