/*
 * The filters of a live process, as the kernel gives them back: see native/dump.c.
 *
 * The kernel answers only a process that has CAP_SYS_ADMIN in the first user namespace, may trace the other
 * process, and is under no filter itself. Errors say which of these was missing, as far as /proc tells.
 */
import { readFileSync } from 'node:fs'
import { SOCK_FILTER_BYTES } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { decode } from '@seccompile/cbpf'
import { nativeProgram } from '../native/compile-native.ts'
import { startNative } from '../native/start-native.ts'
import { errnoName } from '../system/errno.ts'
import { KernelError } from '../system/kernel-error.ts'
import { machineEndianness } from '../system/native-abi.ts'
import { requireLinux } from '../system/require-linux.ts'

const RECORD = { END: 0, FILTER: 1, ERROR: 2 } as const
const STEP_STOP = 2

/** The highest process id. @see include/linux/threads.h: PID_MAX_LIMIT */
const MAX_PID = 4 * 1024 * 1024

/** Far more bytes than the filters of a process need: the kernel allows 32768 instructions in all. */
const MAX_BYTES = 4 * 1024 * 1024

/**
 * The filters of the process or thread `pid`, oldest first; `encode` yields exactly the bytes that were attached. The
 * list is empty where there is no filter. The process is stopped for a moment.
 *
 * Threads may have filters of their own; the id of a process is that of its first thread.
 * @throws KernelError `E_ARGUMENT` where `pid` is no process id; `E_REFUSED` where there is no such process
 * (`ESRCH`), where the kernel does not permit it (`EPERM`, `EACCES`) or lacks the feature (`EIO`); `E_NO_CC` where
 * there is no compiler
 * @see ptrace(2): PTRACE_SECCOMP_GET_FILTER
 */
export async function dump(pid: number): Promise<readonly Program[]> {
  requireLinux('read the filters of a process')
  if (!Number.isInteger(pid) || pid < 1 || pid > MAX_PID)
    throw new KernelError(
      'E_ARGUMENT',
      `${pid} is no process id; expected a whole number from 1 to ${MAX_PID}`,
    )
  const before = statusOf(pid)
  if (before === undefined) throw refused(pid, 'ESRCH', 'there is no such process')
  if (before.get('Seccomp') === '0') return []
  // Permission is checked before the compiler is looked for: without permission a compiler is of no use.
  const lack = whyNotPermitted()
  if (lack !== undefined) throw refused(pid, 'EACCES', ...lack)
  const parsed = parseDump(await output(await nativeProgram('dump'), String(pid)))
  if (parsed.kind === 'filters') return parsed.programs
  throw explained(pid, parsed.step, parsed.errno)
}

/** The output of the native program. */
type DumpOutput =
  | { readonly kind: 'filters'; readonly programs: readonly Program[] }
  | { readonly kind: 'error'; readonly step: number; readonly errno: number }

/** @throws KernelError `E_NATIVE` where the bytes are not in the format of native/dump.c */
function parseDump(bytes: Buffer): DumpOutput {
  const order = machineEndianness()
  const word = (at: number): number | undefined => {
    if (at + 4 > bytes.length) return undefined
    return order === 'little' ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)
  }
  const programs: Program[] = []
  for (let at = 0; ;) {
    const kind = word(at)
    const count = word(at + 4) ?? 0
    if (kind === RECORD.END) return { kind: 'filters', programs }
    if (kind === RECORD.ERROR) return { kind: 'error', step: count, errno: word(at + 8) ?? 0 }
    const end = at + 8 + count * SOCK_FILTER_BYTES
    if (kind !== RECORD.FILTER || end > bytes.length)
      throw new KernelError('E_NATIVE', 'the native program "dump" ended before it was done')
    programs.push(decode(bytes.subarray(at + 8, end), order))
    at = end
  }
}

async function output(path: string, argument: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let total = 0
  return new Promise((resolve, reject) => {
    const child = startNative(path, {
      args: [argument],
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {},
      onError: reject,
    })
    child.stdout?.on('data', (chunk: Buffer) => {
      total += chunk.length
      if (total > MAX_BYTES) child.kill('SIGKILL')
      else chunks.push(chunk)
    })
    child.on('close', () => {
      resolve(Buffer.concat(chunks))
    })
  })
}

/** The lines of `/proc/PID/status` by name; `undefined` where this process cannot read the file. */
function statusOf(pid: number): ReadonlyMap<string, string> | undefined {
  try {
    const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n')
    return new Map(
      lines.map((line) => {
        const [name = '', value = ''] = line.split(':\t')
        return [name, value.trim()]
      }),
    )
  } catch {
    return undefined
  }
}

function refused(pid: number, errno: string, why: string, requirement?: string): KernelError {
  return new KernelError('E_REFUSED', `cannot read the filters of process ${pid}: ${why}`, {
    errno,
    ...(requirement === undefined ? {} : { requirement }),
  })
}

const CAP_SYS_ADMIN = 21n
const TAKES_ROOT = [
  'permission denied; it takes root (CAP_SYS_ADMIN and CAP_SYS_PTRACE, not in a container)',
  'CAP_SYS_ADMIN',
] as const

/**
 * Why the kernel shows this process no filter at all, and what it would require; `undefined` where it may show
 * some. The capability has to be held in the first user namespace, which only the kernel knows.
 * @see kernel/seccomp.c: seccomp_get_filter()
 */
function whyNotPermitted(): readonly [why: string, requirement?: string] | undefined {
  const own = statusOf(process.pid)
  if (((BigInt(`0x${own?.get('CapEff') ?? '0'}`) >> CAP_SYS_ADMIN) & 1n) === 0n) return TAKES_ROOT
  if (own?.get('Seccomp') === '0') return undefined
  return ['the kernel tells nobody who is under a filter, as this process is']
}

function explained(pid: number, step: number, error: number): KernelError {
  const errno = errnoName(error)
  const status = statusOf(pid)
  if (errno === 'ESRCH' || status === undefined) return refused(pid, 'ESRCH', 'it has ended')
  if (status.get('State')?.startsWith('Z') === true)
    return refused(pid, errno, 'it has ended, and only waits for its parent to notice')
  const tracer = status.get('TracerPid') ?? '0'
  if (errno === 'EPERM' && tracer !== '0')
    return refused(pid, errno, `process ${tracer} traces it, and there can be one tracer only`)
  if (errno === 'EPERM' || errno === 'EACCES') return refused(pid, errno, ...TAKES_ROOT)
  if (errno === 'EIO')
    return refused(
      pid,
      errno,
      'this kernel was built without CONFIG_CHECKPOINT_RESTORE',
      'CONFIG_CHECKPOINT_RESTORE',
    )
  if (step === STEP_STOP && errno === 'ETIMEDOUT')
    return refused(pid, errno, 'it did not stop within five seconds; it waits for a device, perhaps')
  return refused(pid, errno, `the kernel says ${errno}`)
}
