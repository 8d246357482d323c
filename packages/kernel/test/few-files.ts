import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { sayNotRun } from './why-not.ts'

/** More than this process has open, and soon filled. */
const LOW = 400

function limit(): number {
  return Number(/^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'latin1'))?.[1])
}

function setLimit(files: number): void {
  spawnSync('prlimit', ['--pid', String(process.pid), `--nofile=${files}:`])
}

/** Why descriptors cannot be made few here; `undefined` where they can. Said, where they cannot. */
export function whyNotFew(what: string): string | undefined {
  if (process.platform === 'linux' && spawnSync('prlimit', ['--version']).status === 0) return undefined
  const why = 'the limit of open files is set by prlimit of util-linux'
  sayNotRun(what, why)
  return why
}

/** How many descriptors this process has open. */
export function openFiles(): number {
  return readdirSync('/proc/self/fd').length
}

/** Does `work` while this process can open `few` files more, and no others. */
export async function withFewFiles<T>(few: number, work: () => T | Promise<T>): Promise<T> {
  const before = limit()
  const taken: number[] = []
  setLimit(LOW)
  try {
    if (limit() !== LOW) throw new Error('prlimit did not set the limit of open files')
    fill(taken)
    for (const fd of taken.splice(0, few)) closeSync(fd)
    return await work()
  } finally {
    for (const fd of taken) closeSync(fd)
    setLimit(before)
  }
}

function fill(taken: number[]): void {
  try {
    for (;;) taken.push(openSync('/dev/null', 'r'))
  } catch {
    // These are all.
  }
}
