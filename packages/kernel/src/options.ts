/*
 * The options of the functions of this package, as readers. A name such as `tsyn` for `tsync` would leave
 * threads unfiltered, and `"false"` is true to JavaScript. Readers refuse both, before anything is started or attached.
 */
import { fstatSync } from 'node:fs'
import {
  callback,
  endianness,
  fail,
  flag,
  listOf,
  number,
  oneOf,
  optional,
  read,
  record,
  text,
  u32,
  u64,
  unread,
  whole,
} from '@seccompile/shape'
import type { Fields, Reader } from '@seccompile/shape'
import type { AttachOptions } from './attach/attach.ts'
import type { AttachFlags } from './attach/flags.ts'
import type { BenchOptions } from './clock/bench.ts'
import type { NativeCall } from './clock/bench-native.ts'
import type { BenchCall, BenchFilter } from './clock/bench-subject.ts'
import { argumentFault } from './kernel-error.ts'
import type { LaunchNeeds } from './launch/choose-launcher.ts'
import type { RunStdio } from './launch/ended.ts'
import type { LaunchTraits } from './launch/launch-calls.ts'
import type { LaunchOptions } from './launch/launch.ts'
import type { LaunchMachine } from './launch/refused-launch.ts'
import type { RunOptions } from './launch/run.ts'
import { LAUNCH_CALLS } from './native-abi.ts'
import type { LaunchCall, NativeAbi } from './native-abi.ts'
import type { StopSignal } from './stop-signal.ts'

/** An object, which is no list and no function. What it holds is checked where it is used. */
function objectOf<T extends object>(what: string): Reader<T> {
  return (at) => {
    const { value } = at
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as T) : fail(at, what)
  }
}

const isOpen = (fd: number): boolean => {
  try {
    fstatSync(fd)
    return true
  } catch {
    return false
  }
}

const MAX_FD = 0x7fff_ffff

/** An open descriptor, `min` or more. */
const descriptor =
  (min: number, what: string): Reader<number> =>
  (at) => {
    const { value, where, error } = at
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > MAX_FD)
      return fail(at, what, typeof value === 'number' ? 'number' : 'type')
    if (!isOpen(value)) throw error('number', where, `descriptor ${value} is not open`)
    return value
  }

const openDescriptor = descriptor(0, '"inherit", "ignore" or the number of an open descriptor')

const stdioOfOne: Reader<RunStdio> = (at) =>
  at.value === 'inherit' || at.value === 'ignore' ? at.value : openDescriptor(at)

const stdio: Reader<readonly [RunStdio, RunStdio, RunStdio]> = (at) => {
  const [input, output, error, ...more] = listOf(stdioOfOne)(at)
  if (input === undefined || output === undefined || error === undefined || more.length > 0)
    return fail(at, 'a list of three: standard input, output and error')
  return [input, output, error]
}

const SIGNAL_METHODS = ['addEventListener', 'removeEventListener', 'throwIfAborted'] as const

/** An AbortSignal, of any realm. */
const stopSignal: Reader<StopSignal> = (at) => {
  const signal = objectOf<Partial<StopSignal>>('an AbortSignal')(at)
  const isSignal =
    typeof signal.aborted === 'boolean' &&
    SIGNAL_METHODS.every((method) => typeof signal[method] === 'function')
  return isSignal ? (signal as StopSignal) : fail(at, 'an AbortSignal')
}

const LOG_FIELDS: Fields<Pick<AttachFlags, 'log' | 'specAllow'>> = {
  log: optional(flag),
  specAllow: optional(flag),
}

const FLAG_FIELDS: Fields<AttachFlags> = {
  ...LOG_FIELDS,
  tsync: optional(flag),
  newListener: optional(flag),
  tsyncEsrch: optional(flag),
  waitKillableRecv: optional(flag),
}

const flagsReader = record<AttachFlags>(FLAG_FIELDS)

const attachReader = record<AttachOptions>({ ...FLAG_FIELDS, noNewPrivs: optional(flag) })

/** The options of a start. `cwd` and the entries of `env` are checked where they are used, before anything is started. */
const START_FIELDS: Fields<Pick<RunOptions & LaunchOptions, 'env' | 'cwd' | 'stdio' | 'keepFds'>> = {
  env: optional(objectOf('an object with the value of each variable')),
  cwd: optional(unread()),
  stdio: optional(stdio),
  keepFds: optional(listOf(descriptor(3, 'the number of a descriptor, 3 or more; 0 to 2 are in `stdio`'))),
}

/** `launcher` is checked by `chooseLauncher`. */
const runReader = record<RunOptions>({
  ...LOG_FIELDS,
  noNewPrivs: optional(flag),
  ...START_FIELDS,
  launcher: optional(unread()),
  onStart: optional(callback()),
  signal: optional(stopSignal),
})

const launchReader = record<LaunchOptions>({ ...START_FIELDS, onStart: optional(callback()) })

/** Counts are checked where their bounds are. */
const benchReader = record<BenchOptions>({
  modes: optional(listOf(oneOf(['cached', 'uncached', 'answered']))),
  rounds: optional(number),
  batches: optional(number),
  batchCalls: optional(number),
  cpu: optional(whole(0xffff)),
  onProgress: optional(callback()),
  signal: optional(stopSignal),
})

const callReader = record<BenchCall>({
  name: text,
  abi: optional(oneOf(['x86_64', 'x86'])),
  calls: listOf(record<NativeCall>({ nr: u32, args: optional(listOf(u64)) })),
})

/** Programs are checked by the rules of the kernel. */
const filterReader = record<BenchFilter>({ name: text, programs: listOf(unread()) })

const filtersReader = listOf((at): Uint8Array =>
  at.value instanceof Uint8Array ? at.value : fail(at, 'the bytes of a filter'),
)

const needsReader = record<LaunchNeeds>({
  filters: filtersReader,
  flags: whole(0xffff_ffff),
  noNewPrivs: flag,
})

const abiReader = record<NativeAbi>({
  token: unread(),
  auditArch: u32,
  calls: objectOf('an object with the numbers of calls'),
})

const machineReader = record<LaunchMachine>({ abi: abiReader, endianness })

const traitsReader = record<LaunchTraits>({
  attaching: optional(oneOf(['seccomp', 'prctl'])),
  endianness: optional(endianness),
})

/** The command that is searched for: its name, `PATH`, and the folder that it is started in. */
interface Search {
  readonly name: Uint8Array
  readonly path?: string | undefined
  readonly cwd?: string | undefined
}

const searchReader = record<Search>({
  name: (at) => (at.value instanceof Uint8Array ? at.value : fail(at, 'the bytes of the name')),
  path: optional(text),
  cwd: optional(text),
})

const callsReader = listOf(oneOf(LAUNCH_CALLS))

function readOptions<T>(reader: Reader<T>, given: T, what = 'options'): T {
  return read(reader, given, what, argumentFault)
}

/** @throws KernelError `E_ARGUMENT` where one is wrong or unknown */
export const attachOptions = (given: AttachOptions): AttachOptions => readOptions(attachReader, given)

/** @throws KernelError `E_ARGUMENT` where one is wrong or unknown */
export const runOptions = (given: RunOptions): RunOptions => readOptions(runReader, given)

/** @throws KernelError `E_ARGUMENT` where one is wrong or unknown */
export const launchOptions = (given: LaunchOptions): LaunchOptions => readOptions(launchReader, given)

/** @throws KernelError `E_ARGUMENT` where one is wrong or unknown */
export const benchOptions = (given: BenchOptions): BenchOptions => readOptions(benchReader, given)

/** @throws KernelError `E_ARGUMENT` where one is wrong or unknown */
export const launchNeeds = (given: LaunchNeeds): LaunchNeeds => readOptions(needsReader, given, 'needs')

/** @throws KernelError `E_ARGUMENT` where a field is wrong or unknown */
export const benchCall = (given: BenchCall): BenchCall => readOptions(callReader, given, 'call')

/** @throws KernelError `E_ARGUMENT` where one is wrong */
export const benchCalls = (given: readonly BenchCall[]): readonly BenchCall[] =>
  readOptions(listOf(callReader), given, 'calls')

/** @throws KernelError `E_ARGUMENT` where one is wrong */
export const benchFilters = (given: readonly BenchFilter[]): readonly BenchFilter[] =>
  readOptions(listOf(filterReader), given, 'filters')

/** @throws KernelError `E_ARGUMENT` where one is wrong or unknown */
export const attachFlags = (given: AttachFlags): AttachFlags => readOptions(flagsReader, given, 'flags')

/** @throws KernelError `E_ARGUMENT` where one is wrong */
export const filterList = (given: readonly Uint8Array[]): readonly Uint8Array[] =>
  readOptions(filtersReader, given, 'filters')

/** @throws KernelError `E_ARGUMENT` where a field is wrong or unknown */
export const machineAbi = (given: NativeAbi): NativeAbi => readOptions(abiReader, given, 'abi')

/** @throws KernelError `E_ARGUMENT` where a field is wrong or unknown */
export const launchMachine = (given: LaunchMachine): LaunchMachine =>
  readOptions(machineReader, given, 'machine')

/** @throws KernelError `E_ARGUMENT` where one is unknown */
export const launchCalls = (given: readonly LaunchCall[]): readonly LaunchCall[] =>
  readOptions(callsReader, given, 'calls')

/** @throws KernelError `E_ARGUMENT` where one is wrong or unknown */
export const launchTraits = (given: LaunchTraits): LaunchTraits => readOptions(traitsReader, given, 'traits')

/** @throws KernelError `E_ARGUMENT` where a field is wrong */
export const checkSearch = (given: Search): Search => readOptions(searchReader, given, 'search')
