/*
 * Attaches a filter and replaces the process by a command. `execve` is the only call in between.
 *
 * The filter is attached to the calling thread only. `execve` ends the other threads, and no call that they make
 * before falls under the filter (Node's threads wait on a futex). All other work that needs the kernel is done before
 * the filter is attached: the command is found, the memory for `execve` is laid out, and Node's changes to the
 * process are undone.
 */
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { attachBytes } from '../attach/attach-bytes.ts'
import type { BridgeName } from '../libc/bridge.ts'
import { loadLibc } from '../libc/libc.ts'
import type { Libc } from '../libc/libc.ts'
import { errnoName, execFailure } from '../system/errno.ts'
import { machineEndianness, nativeAbi } from '../system/native-abi.ts'
import { requireLinux } from '../system/require-linux.ts'
import { closeOnExec } from './descriptors.ts'
import { environmentBytes } from './environment.ts'
import { surelyAllows } from '../attach/possible-verdicts.ts'
import { scriptFailure } from './script.ts'

/** The command that the process becomes. Texts are bytes without the NUL at their end. */
export interface ExecCommand {
  readonly path: Uint8Array
  /** All arguments, the name (argument 0) included. */
  readonly args: readonly Uint8Array[]
  /** Entries `NAME=value`; without `env`, the command gets the environment of this process. */
  readonly env?: readonly Uint8Array[]
}

/** The options of {@link execUnder}. */
export interface ExecOptions {
  /** Bits of `SECCOMP_FILTER_FLAG_*`, without those for threads and listeners. */
  readonly flags?: number
  readonly noNewPrivs?: boolean
  /** Filters attached last, with SECCOMP_FILTER_FLAG_LOG where the kernel accepts it: see audit-records.ts. */
  readonly observers?: readonly Uint8Array[]
  /** Descriptors past 2 that the command gets, by their own numbers; `execve` closes the others. */
  readonly keepFds?: readonly number[]
  /** The result of {@link stdioFlags} when the process began. */
  readonly stdio?: readonly (number | undefined)[]
  /** The bridge to the C library; by default the FFI of this runtime, or else koffi. */
  readonly bridge?: BridgeName
}

/**
 * The result where the command cannot be executed. Filters may be attached already, and may refuse Node's next calls.
 */
export interface ExecFailure {
  /** The kernel's name of the error. */
  readonly errno: string
  /** The message that `path` cannot be executed, and why. */
  readonly message: string
  /**
   * Whether all filters let `write` through. Where one may kill the process for `write`, the process should write
   * nothing.
   */
  readonly mayWrite: boolean
  /** Ends the process by `exit_group` alone. */
  readonly exit: (status: number) => never
}

const F_SETFD = 2
const F_SETFL = 4
const LOG = 2
/** NEW_LISTENER and WAIT_KILLABLE_RECV: a process has one listener, that of its filter. */
const OF_LISTENERS = 8 | 32

/**
 * The flags of descriptors 0 to 2, to be restored when the process is replaced. Node makes pipes non-blocking when
 * its streams are first used, and the flag would stay for all processes that share the pipe. Call this function
 * before the streams are used.
 */
export function stdioFlags(): readonly (number | undefined)[] {
  return [0, 1, 2].map((fd) => {
    try {
      const octal = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1'))?.[1]
      return octal === undefined ? undefined : Number.parseInt(octal, 8)
    } catch {
      return undefined // the descriptor is closed or /proc is absent: no flags can be restored
    }
  })
}

function undoNode(libc: Libc, { keepFds = [], stdio = [] }: ExecOptions): void {
  stdio.forEach((flags, fd) => {
    if (flags !== undefined) libc.fcntl(fd, F_SETFL, flags)
  })
  for (const fd of [0, 1, 2]) libc.fcntl(fd, F_SETFD, 0)
  closeOnExec(libc, keepFds)
  // Node ignores these two signals from its start, and execve does not undo that.
  for (const signal of [constants.signals.SIGPIPE, constants.signals.SIGXFSZ]) libc.defaultSignal(signal)
  libc.unblockSignals()
}

/**
 * Replaces this process by a command under filters. It returns only where `execve` fails, or where a check before the
 * call shows that it would fail.
 *
 * @param filters - `sock_filter`s in the byte order of the machine, in the order in which they are attached
 * @throws KernelError where the filters are not attached
 */
export function execUnder(
  filters: readonly Uint8Array[],
  command: ExecCommand,
  options: ExecOptions = {},
): ExecFailure {
  requireLinux('run a command under a filter')
  const { flags = 0, noNewPrivs = true, observers = [], bridge } = options
  const libc = loadLibc(bridge === undefined ? undefined : [bridge])
  const failure = scriptFailure(command.path)
  if (failure !== undefined) return { ...failure, mayWrite: true, exit: libc.exit }
  const exec = libc.prepareExec(command.path, command.args, command.env ?? environmentBytes())
  const { auditArch, calls } = nativeAbi()
  const mayWrite = [...filters, ...observers].every((filter) =>
    surelyAllows(filter, { nr: calls.write, arch: auditArch }, machineEndianness() === 'little'),
  )
  undoNode(libc, options)
  // Only the first call sets no_new_privs: once is enough, and the first filter may forbid prctl.
  filters.forEach((filter, index) =>
    attachBytes(libc, filter, { flags, noNewPrivs: noNewPrivs && index === 0 }),
  )
  for (const filter of observers) {
    try {
      attachBytes(libc, filter, { flags: (flags & ~OF_LISTENERS) | LOG, noNewPrivs: false })
    } catch {
      break // the command is filtered without the observer too; only its report lacks a name
    }
  }
  exec()
  const errno = errnoName(libc.errno())
  return { errno, message: execFailure(command.path, errno), mayWrite, exit: libc.exit }
}
