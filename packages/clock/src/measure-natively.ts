/*
 * Runs native/bench.c, which does the timing: writes its input, and reads the lines of its output.
 *
 * The output has a line for each measurement, so that progress can be shown. An interrupted run ends at once: the
 * native program dies when its output has no reader.
 */
import type { ChildProcessByStdio } from 'node:child_process'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { encode } from '@seccompile/cbpf'
import type { Program } from '@seccompile/abi'
import { compileNative, explainErrno, KernelError, startPiped } from '@seccompile/kernel/native'
import type { StopSignal } from '@seccompile/kernel/native'

const MAGIC = 0x4843_4e42
const VERSION = 3
const ANY_CPU = 0xffff_ffff
const NO_WORK = 0
const WORK_KINDS = { jumps: 1, words: 2, program: 3 } as const
/** The exit status of the native program for a wrong input. */
const MISTAKE = 2

/** The source of the native program, found by the name of this package: see own-file.ts of the kernel package. */
const benchSource = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('@seccompile/clock/package.json')), 'native/bench.c')

/** A call to make; arguments that are left out are 0. */
export interface NativeCall {
  readonly nr: number
  readonly args?: readonly bigint[]
}

/** Calls that are made one after the other, repeatedly. */
export interface NativeWorkload {
  readonly abi: 'native' | 'i386'
  readonly calls: readonly NativeCall[]
}

/**
 * The work of a program between two calls. It takes the same time under every filter, and the branch predictor forgets
 * the earlier calls.
 *
 * - `jumps`: a multiple of 16 conditional jumps by random bits.
 * - `words`: words of a text are counted in a hash table, about 32 conditional jumps a word.
 * - `program`: as `words`, and each number is called by a function of its own, as in real programs. Native calls below 512
 *   have such a function.
 */
export interface NativeWork {
  readonly kind: 'jumps' | 'words' | 'program'
  readonly count: number
}

/** The plan of a measurement. */
export interface NativePlan {
  /** The filters, each a stack in the order of attachment; an empty stack is no filter. */
  readonly filters: readonly (readonly Program[])[]
  readonly workloads: readonly NativeWorkload[]
  /** The filter of each run, by its place in `filters`. */
  readonly runs: readonly number[]
  /** The number of batches of each workload in a run. */
  readonly batches: number
  /** The number of calls in a batch; a longer workload is one batch. */
  readonly batchCalls: number
  /** The number of calls to warm up, in each run and for each workload. */
  readonly warmUpCalls: number
  /** The work between two calls; none by default. */
  readonly work?: NativeWork
  /** Whether a batch is a slice: the next `batchCalls` calls of a workload, not all calls of a longer workload. */
  readonly isSliced?: boolean
  /** The processor; the last one that this process may use by default. */
  readonly cpu?: number
}

/** The times of one run, in nanoseconds. */
export interface NativeRun {
  readonly filter: number
  /** The time of the attach. */
  readonly attachNs: number
  /** The time of one call, by workload and then by batch. */
  readonly callNs: readonly (readonly number[])[]
}

/** The times of all runs. */
export interface NativeResult {
  /** The processor of the measurement. */
  readonly cpu: number
  /** The rate of the clock, in ticks a second. */
  readonly clockHz: number
  readonly runs: readonly NativeRun[]
}

/** Callbacks and a signal for a measurement. */
export interface Watcher {
  /** Called after each run. */
  readonly onRun?: () => void
  /** Ends the measurement; the promise then rejects with the reason. */
  readonly signal?: StopSignal
}

function* words({ filters, workloads, runs, ...how }: NativePlan): Generator<Uint32Array | Uint8Array> {
  const { cpu = ANY_CPU, batches, batchCalls, warmUpCalls, work, isSliced = false } = how
  yield Uint32Array.of(
    MAGIC, VERSION, cpu, batches, batchCalls, warmUpCalls, work === undefined ? NO_WORK : WORK_KINDS[work.kind], work?.count ?? 0,
    Number(isSliced), filters.length, workloads.length, runs.length,
  ) // prettier-ignore
  for (const stack of filters) {
    yield Uint32Array.of(stack.length)
    for (const program of stack) {
      yield Uint32Array.of(program.length)
      yield encode(program, 'little')
    }
  }
  for (const { abi, calls } of workloads) {
    yield Uint32Array.of(abi === 'native' ? 0 : 1, calls.length)
    for (const { nr, args = [] } of calls) {
      const halves = Array.from({ length: 6 }, (_, i) => BigInt.asUintN(64, args[i] ?? 0n)).flatMap((arg) => [
        Number(arg & 0xffff_ffffn),
        Number(arg >> 32n),
      ])
      yield Uint32Array.of(nr, ...halves)
    }
  }
  yield Uint32Array.from(runs)
}

function bytesOf(plan: NativePlan): Buffer {
  const parts = [...words(plan)]
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)))
}

function nameOf(table: object, value: number): string {
  return Object.entries(table).find(([, one]) => one === value)?.[0] ?? String(value)
}

/** Collects the lines of the native program. */
class NativeFindings {
  cpu = 0
  clockHz = 0
  hasEnded = false
  readonly runs: { filter: number; attachNs: number; callNs: (readonly number[])[] }[] = []
  readonly #nameOfFilter: (filter: number) => string
  readonly #nameOfWorkload: (workload: number) => string

  constructor(nameOfFilter: (filter: number) => string, nameOfWorkload: (workload: number) => string) {
    this.#nameOfFilter = nameOfFilter
    this.#nameOfWorkload = nameOfWorkload
  }

  #ns(ticks: number): number {
    return (ticks / this.clockHz) * 1e9
  }

  /** Takes a line; true if the line begins a run. @throws KernelError if the line reports that a run failed */
  take(line: string): boolean {
    const [word = '', ...texts] = line.split(' ')
    const [first = 0, second = 0, ...others] = texts.map(Number)
    switch (word) {
      case 'cpu':
        this.cpu = first
        return false
      case 'clock':
        this.clockHz = first
        return false
      case 'run':
        this.runs.push({ filter: first, attachNs: this.#ns(second), callNs: [] })
        return true
      case 'calls':
        this.runs.at(-1)!.callNs.push(others.map((ticks) => this.#ns(ticks) / second)) // the times belong to the newest run
        return false
      case 'refused': {
        const errno = nameOf(constants.errno, second)
        const which = this.#nameOfFilter(first)
        if (errno === 'EPROTO')
          throw new KernelError('E_REFUSED', `${which}: cannot be attached: ${explainErrno(errno)}`)
        const isLater = (others[0] ?? 0) > 0
        throw new KernelError(
          'E_REFUSED',
          `${which}: the kernel refused to attach it: ${errno}${isLater && errno !== 'ENOMEM' ? '; perhaps a filter that is attached before it forbids the call "seccomp"' : ''}`,
          { errno },
        )
      }
      case 'unattached':
        throw unattached(this.#nameOfFilter(first), second, nameOf(constants.signals, others[0] ?? 0))
      case 'died': {
        const signal = nameOf(constants.signals, others[0] ?? 0)
        throw new KernelError(
          'E_FILTER',
          `${this.#nameOfFilter(first)}: cannot time ${this.#nameOfWorkload(second)}: the process ended by ${signal}; the filter kills it, or this machine does not run this ABI`,
        )
      }
      case 'end':
        this.hasEnded = true
        return false
      default:
        throw new KernelError('E_NATIVE', `the native program "bench" printed an unknown line, "${line}"`)
    }
  }
}

/**
 * The error that `signal` ended the process before program number `program` of the filter `name` was attached.
 */
function unattached(name: string, program: number, signal: string): KernelError {
  if (signal !== 'SIGSYS')
    return new KernelError(
      'E_NATIVE',
      `${name}: the process ended by ${signal} before the filter was attached`,
    )
  // A filter that this process already had allowed the first attachment.
  if (program > 0)
    return new KernelError(
      'E_FILTER',
      `${name}: the process ended by SIGSYS before all filters of the stack were attached: one that is attached earlier kills for the call "seccomp"`,
    )
  return new KernelError(
    'E_NATIVE',
    `${name}: the process ended by SIGSYS before the filter was attached: a filter already attached to this process kills for a call that the measurement needs: seccomp, prctl or sched_setaffinity`,
  )
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/** The end of the native program, with its text on standard error. */
interface NativeEnd {
  readonly how: string
  /** Whether the native program reported a fault in its input. */
  readonly isMistake: boolean
}

async function ended(child: Child): Promise<NativeEnd> {
  const said: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise((resolve) => {
    child.on('close', (status, signal) => {
      const text = Buffer.concat(said).toString('utf8').trim()
      resolve({ how: text === '' ? (signal ?? `status ${status}`) : text, isMistake: status === MISTAKE })
    })
  })
}

/** Names for messages, by index. */
export interface PlanNames {
  readonly filter: (index: number) => string
  readonly workload: (index: number) => string
}

/**
 * Carries out the measurements of `plan`.
 * @throws KernelError if there is no compiler, if the kernel refuses a filter or kills a process, or if the native
 * program fails
 */
export async function measureNatively(
  plan: NativePlan,
  names: PlanNames,
  { onRun, signal }: Watcher = {},
): Promise<NativeResult> {
  const path = await compileNative(benchSource())
  let notStarted: KernelError | undefined
  const child = startPiped(path, (error) => (notStarted = error)) as Child // as startPiped says
  const stop = (): boolean => child.kill('SIGKILL')
  signal?.addEventListener('abort', stop)
  const end = ended(child)
  child.stdin.on('error', () => {}) // where a run fails, the program ends before it has read the plan, and reports the reason
  child.stdin.end(bytesOf(plan))
  const found = new NativeFindings(names.filter, names.workload)
  try {
    signal?.throwIfAborted() // the caller may have aborted during the compilation
    for await (const line of createInterface({ input: child.stdout })) if (found.take(line)) onRun?.()
    const { how, isMistake } = await end
    signal?.throwIfAborted()
    if (notStarted !== undefined) throw notStarted
    if (isMistake) throw new KernelError('E_ARGUMENT', `cannot measure: ${how}`)
    if (!found.hasEnded) throw new KernelError('E_NATIVE', `the native program "bench" failed: ${how}`)
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
    await end
  }
  const { cpu, clockHz, runs } = found
  return { cpu, clockHz, runs }
}
