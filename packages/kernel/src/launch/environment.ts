/*
 * The environment of this process, byte for byte.
 *
 * `process.env` is text, and has lost the bytes that are not UTF-8. The kernel keeps the environment with which
 * the process began, and most of it is still valid. So an entry of that environment counts as long as
 * `process.env` has the same text for it. For entries that were set or deleted since, `process.env` counts.
 */
import { readFileSync } from 'node:fs'
import { KernelError } from '../system/kernel-error.ts'

const NUL = 0
const EQUALS = 0x3d

/** The environment with which the process began; empty where there is no /proc. */
function firstEnvironment(): Buffer {
  try {
    return readFileSync('/proc/self/environ')
  } catch {
    return Buffer.alloc(0)
  }
}

/**
 * `process.env`.
 * @throws KernelError `E_REFUSED` where the runtime may not read the environment
 */
function ownEnvironment(): Readonly<Record<string, string | undefined>> {
  try {
    Object.keys(process.env) // throws in Deno without --allow-env
    return process.env
  } catch (cause) {
    throw new KernelError(
      'E_REFUSED',
      'the environment that the command would get cannot be read: start Deno with --allow-env, or give the command an environment of its own (env)',
      { requirement: '--allow-env', cause },
    )
  }
}

/**
 * The entries `NAME=value` of the environment.
 * @param now - `process.env`
 * @param first - the content of /proc/self/environ, in which each entry ends with a NUL
 * @throws KernelError `E_REFUSED` where the runtime may not read the environment
 */
export function environmentBytes(
  now: Readonly<Record<string, string | undefined>> = ownEnvironment(),
  first: Buffer = firstEnvironment(),
): readonly Uint8Array[] {
  const left = new Map(Object.entries(now).filter(([, value]) => value !== undefined))
  // Node before 26 lists a name such as `2`, and does not read its value.
  const unread = new Set(Object.keys(now).filter((name) => now[name] === undefined))
  const holds = new Map<string, boolean>()
  const entries: Uint8Array[] = []
  for (let from = 0; from < first.length;) {
    const end = first.indexOf(NUL, from)
    const entry = first.subarray(from, end < 0 ? first.length : end)
    from += entry.length + 1
    const equals = entry.indexOf(EQUALS)
    const name = entry.toString('utf8', 0, Math.max(equals, 0))
    // `process.env` can neither set nor delete an entry whose name is empty or no text.
    const isText = name !== '' && Buffer.from(name).equals(entry.subarray(0, equals))
    if (isText && !unread.has(name)) {
      // `process.env` has only the first of several entries with one name. That entry decides for all of them.
      if (!holds.has(name)) holds.set(name, left.get(name) === entry.toString('utf8', equals + 1))
      if (holds.get(name) === false) continue
      left.delete(name)
    }
    entries.push(entry)
  }
  return [...entries, ...[...left].map(([name, value = '']) => Buffer.from(`${name}=${value}`))]
}
