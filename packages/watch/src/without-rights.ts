/*
 * Programs that run without the rights of their file: under no_new_privs the kernel ignores set-user-ID, set-group-ID and
 * file capabilities. `su` then fails, and does not say why.
 *
 * An execve names its program by a path in the memory of its thread. The path is only a hint: another thread may change it
 * before the kernel reads it, and the call may fail. So the watcher looks after its answer what the process runs. It does so
 * only where the hint names a file with such rights, that the process may run: for other calls nothing waits. A process that has
 * ended meanwhile has run the program: what would have made the call fail was ruled out before.
 */
import { closeSync, openSync, readFileSync, readlinkSync, readSync, realpathSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { openBridge } from '@seccompile/kernel/notify'
import { nativeAbi } from '@seccompile/kernel/exec'
import { abiTable, numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { fuseDevices } from './fuse-mounts.ts'
import { argumentOf } from './seen.ts'
import { rightsOfFile } from './set-id-file.ts'
import type { FileRights, RightsOfFile } from './set-id-file.ts'
import { hasOwnProc } from './who.ts'

/** A program that ran without rights that its file would give it. */
export interface ProgramWithoutRights {
  readonly path: string
  readonly rights: FileRights
}

/** A program that may be about to run. */
interface Hint extends ProgramWithoutRights, RightsOfFile {
  /** The name that its process will have: the last part of the path by which it was called, cut to 15 bytes. */
  readonly name: string
}

/** Finds programs that run without the rights of their file. */
export interface RightsFinder {
  /** The program that a call of thread `tid` would start; `undefined` where it is no execve, or the file gives no rights. */
  readonly hint: (words: Uint32Array, tid: number) => Hint | undefined
  /** Looks whether the program of a hint runs. Called after the answer to its call. */
  readonly look: (hint: Hint) => void
  readonly found: () => readonly ProgramWithoutRights[]
}

const MAX_PATH = 4096

const fuseOf = (tid: number | 'self'): ReadonlySet<string> =>
  fuseDevices(readFileSync(`/proc/${tid}/mountinfo`, 'utf8'))

/**
 * The times between two looks, in ms. Each is twice the one before, 0.4 s in all: a program starts in less than a millisecond, and on
 * a machine with much to do, or with a slow disk, it takes longer.
 */
const PAUSES: readonly number[] = Array.from({ length: 12 }, (_, i) => 0.1 * 2 ** i)

/** The programs that did not run, after which no program is looked for any more. */
const MAX_MISSED = 10

/** The text that ends with NUL in the memory of thread `tid`. @throws where the memory may not be read */
function textAt(tid: number, address: bigint): string {
  const file = openSync(`/proc/${tid}/mem`, 'r')
  try {
    const bytes = Buffer.alloc(MAX_PATH)
    const size = readSync(file, bytes, 0, MAX_PATH, address)
    const end = bytes.subarray(0, size).indexOf(0)
    return bytes.toString('utf8', 0, Math.max(0, end))
  } finally {
    closeSync(file)
  }
}

/**
 * The file that an execve names, or with `isAt` an execveat, by a path of this process.
 * @throws where the memory may not be read
 */
function namedFile(words: Uint32Array, tid: number, isAt: boolean): string {
  const path = textAt(tid, argumentOf(words, isAt ? 1 : 0))
  if (path.startsWith('/')) return `/proc/${tid}/root${path}`
  const dirfd = (words[4] ?? 0) | 0
  return join(isAt && dirfd >= 0 ? `/proc/${tid}/fd/${dirfd}` : `/proc/${tid}/cwd`, path)
}

/** A function that says whether a file has capabilities. @see getxattr(2), capabilities(7) */
function capabilityReader(bridge: ReturnType<typeof openBridge>): (path: string) => boolean {
  const getxattr = numberOf(abiTable(nativeAbi().token), 'getxattr')
  const name = bridge.allocate(32)
  new TextEncoder().encodeInto('security.capability', name.bytes)
  const file = bridge.allocate(2 * MAX_PATH)
  return (path) => {
    const { read, written } = new TextEncoder().encodeInto(path, file.bytes.subarray(0, -1))
    file.bytes.fill(0, written, written + 1)
    return (
      getxattr !== undefined &&
      read === path.length &&
      bridge.syscall(getxattr, file.address, name.address, 0, 0) > 0
    )
  }
}

/** The name of a process in bytes; `undefined` where there is none. */
function nameOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'latin1').trimEnd()
  } catch {
    return undefined
  }
}

/** The path of the program of `hint` where its process runs it, or has run it; `undefined` where it runs another one. */
function pathWhereRun({ pid, dev, ino, path, name }: Hint): string | undefined {
  const link = `/proc/${pid}/exe`
  try {
    const now = statSync(link)
    return now.dev === dev && now.ino === ino ? readlinkSync(link) : undefined
  } catch {
    // The process has ended, or its user may not read the file that it runs, and so not this link.
    const now = nameOf(pid)
    return now === undefined || now === name ? path : undefined
  }
}

/** A finder of programs that run without the rights of their file. */
export function rightsFinder(bridge: ReturnType<typeof openBridge>, abis: readonly AbiTable[]): RightsFinder {
  const execs = abis.map((abi) => ({
    arch: abi.auditArch,
    execve: numberOf(abi, 'execve'),
    execveat: numberOf(abi, 'execveat'),
  }))
  const found = new Map<string, ProgramWithoutRights>()
  const pause = new Int32Array(new SharedArrayBuffer(4))
  const hasCapabilities = capabilityReader(bridge)
  const isProcKnown = hasOwnProc()
  // A program that is watched may serve the file systems that are mounted from now on. Looking there could wait for ever.
  const known = isProcKnown ? fuseOf('self') : new Set()
  let missed = 0
  return {
    hint: (words, tid) => {
      if (tid === 0 || !isProcKnown || missed >= MAX_MISSED) return undefined
      const [nr, arch] = words
      const exec = execs.find((one) => one.arch === arch && (one.execve === nr || one.execveat === nr))
      if (exec === undefined) return undefined
      try {
        if ([...fuseOf(tid)].some((device) => !known.has(device))) return undefined
        const file = namedFile(words, tid, nr === exec.execveat)
        const rights = rightsOfFile(file, tid, hasCapabilities)
        const name = Buffer.from(basename(file)).toString('latin1', 0, 15)
        return rights && { ...rights, name, path: realpathSync(file) }
      } catch {
        return undefined // the thread has ended, its memory may not be read, or there is no such file
      }
    },
    look: (hint) => {
      for (const ms of [0, ...PAUSES]) {
        Atomics.wait(pause, 0, 0, ms)
        const path = pathWhereRun(hint)
        if (path !== undefined) {
          found.set(path, { path, rights: hint.rights })
          return
        }
      }
      missed += 1
    },
    found: () => [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
}
