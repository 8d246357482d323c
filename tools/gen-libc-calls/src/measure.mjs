/** What one function of a library calls on one ABI, from two runs of its probe, and from runs in which calls are missing. */
import { constantNamed } from '@seccompile/constants/all'
import { valueOn } from '@seccompile/constants'
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import { firstArgument, MULTIPLEXERS, nameOf } from '@seccompile/syscalls'
import { callsOfFunction, callsOfStart } from './read-logs.mjs'
import { isOwnArgument } from './own-arguments.mjs'
import { runProbe } from './run-probe.mjs'

/** The names that qemu-user and strace have for calls that the kernel's tables call otherwise. */
const ALIASES = { sync_file_range2: ['arm_sync_file_range'], fadvise64_64: ['arm_fadvise64_64', 'fadvise64'] }

/** Calls that an emulator does not make itself while a probe runs, so that the host can answer them with ENOSYS. */
const ONLY_GUESTS = ['faccessat2', 'fchmodat2', 'statx', 'execveat', 'preadv2', 'pwritev2', 'epoll_pwait2', 'copy_file_range', 'close_range'] // prettier-ignore

/** Calls by which a function cleans up after an error. They are no other way to do what the function does. */
const CLEAN_UP = ['close', 'munmap', 'exit', 'exit_group', 'rt_sigprocmask', 'madvise']

/** How the logs of `abi` name calls and constants. */
export function namesOn(abi) {
  const table = signedAbiTable(abi)
  return {
    nameOf: (nr) => nameOf(table, nr),
    valueOf: (word) => {
      if (word === 'NULL' || word === '(nil)') return 0n
      const constant = constantNamed(word)
      const value = constant === undefined ? undefined : valueOn(constant, abi)
      return value === undefined ? undefined : BigInt(value)
    },
  }
}

/** The multiplexer on `abi` whose operation does what `name` does, as a call. */
function multiplexed(abi, name) {
  const { numbers } = signedAbiTable(abi)
  for (const { name: multiplexer, calls } of MULTIPLEXERS) {
    const operation = numbers.has(multiplexer) ? calls.find((one) => one.name === name) : undefined
    if (operation !== undefined) return { name: multiplexer, args: [BigInt(operation.call)], isNamed: true }
  }
  return undefined
}

/** The call with the name that the table of `abi` has for it. */
export function knownCall(abi, call) {
  const { name, shown = name } = call
  const { numbers } = signedAbiTable(abi)
  const own = multiplexed(abi, shown)
  if (own?.name === name && shown !== name) return { ...call, ...own }
  if (numbers.has(name)) return call
  const alias = ALIASES[name]?.find((each) => numbers.has(each))
  if (alias !== undefined) return { ...call, name: alias }
  // qemu-user prints what a program asks of a multiplexer: `SOCKET(…)`.
  const operation = /^[A-Z]+$/.test(name) ? multiplexed(abi, name.toLowerCase()) : undefined
  if (operation !== undefined) return { ...call, ...operation }
  throw new Error(`${abi} has no call ${name}`)
}

/** The arguments of a call that have constants or that {@link isOwnArgument} names, with the value that was passed. */
function constantsOf(abi, { name, args, isNamed }) {
  const table = signedAbiTable(abi)
  return (signatureOf(table, name)?.args ?? []).flatMap((argument) => {
    const { name: of, index, width, family, high } = argument
    // qemu-user prints the flags of clone first on all ABIs.
    const value = args[isNamed && of === 'clone_flags' ? 0 : index - firstArgument(table)]
    if (high !== undefined || value === undefined) return []
    if (family === undefined && !isOwnArgument(name, of, value)) return []
    return [[of, BigInt.asUintN(width, value)]]
  })
}

/** The calls of some runs, each once, with the values of an argument that all runs share. */
function merged(abi, runs) {
  const calls = new Map()
  for (const [i, run] of runs.entries())
    for (const call of run) {
      const one = calls.get(call.name) ?? { name: call.name, values: runs.map(() => new Map()) }
      calls.set(call.name, one)
      for (const [argument, value] of constantsOf(abi, call)) {
        const known = one.values[i].get(argument) ?? new Set()
        one.values[i].set(argument, known.add(value))
      }
    }
  const textOf = (values) => [...(values ?? [])].sort((a, b) => (a < b ? -1 : 1)).join('+')
  return [...calls.values()].map(({ name, values: [first, ...others] }) => ({
    name,
    fixed: [...first].flatMap(([argument, values]) =>
      others.every((other) => textOf(other.get(argument)) === textOf(values))
        ? [[argument, textOf(values)]]
        : [],
    ),
  }))
}

/** Calls without which libraries do not go on: an error of theirs ends the program. */
const NO_OTHER = ['futex', 'tgkill', 'tkill', 'waitid']

/**
 * Whether a run without `call` shows no other way: the function ends the program, or tries `call` again after the other calls, as
 * tmpfile() does with another name.
 */
function hasNoOther(run, call, more) {
  const names = run.map(({ name }) => name)
  const others = more.map(({ name }) => names.indexOf(name))
  return names.includes('tgkill') || names.lastIndexOf(call) > Math.min(...others)
}

const isNewer = (abi, name) => {
  if (NO_OTHER.includes(name)) return false
  const [major, minor] = signatureOf(signedAbiTable(abi), name)?.since ?? [0, 0]
  return major > 2 || (major === 2 && minor >= 6)
}

/** What a program calls before its main function. */
export const measureStart = (machine, program) => measure(machine, program, 'getpid', callsOfStart)

/**
 * What the probe `name` measures: `{ calls, instead }`, or undefined where the library lacks the function or the probe did not end.
 * `instead` has, for a call that is answered with ENOSYS, the further calls that the function then makes.
 */
export function measure(machine, program, name, callsOf = callsOfFunction) {
  const { abi, qemu } = machine
  const names = namesOn(abi)
  const bothRuns = (without) =>
    [0, 1].map((variant) => {
      const { logs, isLate } = runProbe(machine, program, name, variant, without)
      const calls = isLate ? undefined : callsOf(logs, names)
      return calls?.map((call) => knownCall(abi, call))
    })
  const runs = bothRuns()
  if (runs.includes(undefined)) return undefined
  const calls = merged(abi, runs)
  const instead = {}
  for (const { name: call } of calls) {
    if (!isNewer(abi, call) || (qemu !== undefined && !ONLY_GUESTS.includes(call))) continue
    const again = bothRuns(call)
    if (again.includes(undefined) || !again[0].some((one) => one.name === call && one.isMissing)) continue
    const had = new Set([...calls.map((one) => one.name), ...CLEAN_UP])
    const more = merged(abi, again).filter((one) => !had.has(one.name))
    if (more.length > 0 && !hasNoOther(again[0], call, more)) instead[call] = more
  }
  const missing = [...new Set(runs.flat().flatMap((call) => (call.isMissing ? [call.name] : [])))]
  return { calls, instead, missing }
}

/**
 * Names that qemu-user prints for a call and for the operation of a multiplexer alike, and a function for whose operation it
 * prints another name. A library makes all operations of a multiplexer in one way.
 * @see qemu linux-user/strace.c: print_ipc(), print_socketcall()
 */
const AMBIGUOUS = { semctl: 'semget', shmat: 'shmget', shutdown: 'listen' }

/** `measured` of one machine, with multiplexers where qemu-user prints the name of their operation. */
export function withMultiplexers({ abi, qemu }, measured) {
  if (qemu === undefined) return measured
  const callsOf = (of) => measured.find((one) => one.function === of)?.calls.map(({ name }) => name)
  return measured.map((one) => ({
    ...one,
    calls: one.calls.map((call) => {
      const sibling = AMBIGUOUS[call.name]
      const operation = sibling === undefined ? undefined : multiplexed(abi, call.name)
      return operation !== undefined && callsOf(sibling)?.includes(operation.name)
        ? { name: operation.name, fixed: [['call', `${operation.args[0]}`]] }
        : call
    }),
  }))
}
