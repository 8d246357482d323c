import { verify } from '@seccompile/cbpf'
import { listOf } from '@seccompile/shape'
import { KernelError, readOptions, requireLinux } from '@seccompile/kernel/native'
import { callReader, filterReader } from './subject.ts'
import type { BenchCall, BenchFilter } from './subject.ts'

/** uretprobe and uprobe on x86_64. @see kernel/seccomp.c: __secure_computing() and seccomp_uprobe_exception() */
const NEVER_FILTERED = new Set([335, 336])

/**
 * Throws unless this machine can time filters. `what` names the purpose, for the message.
 * @throws KernelError `E_NOT_LINUX` or `E_MACHINE` if it cannot
 */
export function checkMachine(what: string): void {
  requireLinux(what)
  if (process.arch !== 'x64')
    throw new KernelError(
      'E_MACHINE',
      `cannot ${what}: the timing is written for x86_64, and this is ${process.arch}`,
      {
        requirement: 'x86_64',
      },
    )
}

/** The name of the row for a process without a filter. */
export const NO_FILTER = 'no filter'
/** The name of the row for a filter that only returns ALLOW. */
export const RET_ALLOW = 'ret ALLOW'

/**
 * Throws if the kernel would refuse a filter, or if two filters have one name.
 * @throws KernelError `E_FILTER` naming instruction and rule; `E_ARGUMENT`
 */
export function checkFilters(filters: readonly BenchFilter[]): void {
  const names = new Set<string>([NO_FILTER, RET_ALLOW])
  for (const { name } of readOptions(listOf(filterReader), filters, 'filters')) {
    if (names.has(name))
      throw new KernelError('E_ARGUMENT', `"${name}" names more than one filter; rows are told apart by name`)
    names.add(name)
  }
  for (const { name, programs } of filters)
    for (const program of programs) {
      const [problem] = verify(program)
      if (problem === undefined) continue
      const { where, message, invariant } = problem
      throw new KernelError(
        'E_FILTER',
        `${name}: the kernel would refuse this program: ${where}: ${message} (${invariant})`,
      )
    }
}

/**
 * Throws unless `value` is a whole number from 1 to `most`.
 * @throws KernelError `E_ARGUMENT`
 */
export function checkCount(what: string, value: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= 1 && value <= most) return
  throw new KernelError('E_ARGUMENT', `${what}: expected a whole number from 1 to ${most}, got ${value}`)
}

/**
 * Whether {@link BenchCall} `call` can be timed. The kernel runs some numbers without asking the filter; they cannot.
 * @throws KernelError `E_ARGUMENT` for a field that is wrong or unknown
 */
export function isTimeable(call: BenchCall): boolean {
  const { abi = 'x86_64', calls } = readOptions(callReader, call, 'call')
  return abi !== 'x86_64' || !calls.some(({ nr }) => NEVER_FILTERED.has(nr))
}

/**
 * Throws if a call cannot be timed.
 * @throws KernelError `E_ARGUMENT`
 */
export function checkCalls(calls: readonly BenchCall[]): void {
  for (const call of readOptions(listOf(callReader), calls, 'calls')) {
    if (call.calls.length === 0) throw new KernelError('E_ARGUMENT', `${call.name}: there is no call to time`)
    if (isTimeable(call)) continue
    throw new KernelError(
      'E_ARGUMENT',
      `${call.name}: cannot be timed: the kernel runs numbers ${[...NEVER_FILTERED].join(' and ')} whatever a filter says`,
    )
  }
}
