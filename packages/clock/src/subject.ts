import type { Program } from '@seccompile/abi'
import { abiTable, numberOf } from '@seccompile/syscalls'
import { listOf, oneOf, optional, record, text, u32, u64, unread } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { readOptions } from '@seccompile/kernel/native'
import type { NativeCall } from './measure-natively.ts'

/** A filter to measure, or a stack in the order of attachment; without programs, no filter. */
export interface BenchFilter {
  readonly name: string
  readonly programs: readonly Program[]
}

/** A call to time, or a sequence of calls; the row of a sequence has the mean. */
export interface BenchCall {
  readonly name: string
  /**
   * The ABI of the calls; x86_64 by default. `x86` makes them by `int $0x80`. x32 is x86_64 with numbers of
   * its own.
   */
  readonly abi?: 'x86_64' | 'x86'
  readonly calls: readonly NativeCall[]
}

/**
 * How a call is timed:
 *
 * - `cached`: the call is made under the filter as it is. A call in the allow bitmap does not run the filter;
 * - `uncached`: the call is made under the filter behind a `tax`, which defeats the bitmap: as before Linux 5.11;
 * - `answered`: each return of the filter becomes an errno, so that no call is made.
 */
export type BenchMode = 'cached' | 'uncached' | 'answered'

/** Reads a call to time. */
export const callReader: Reader<BenchCall> = record<BenchCall>({
  name: text,
  abi: optional(oneOf(['x86_64', 'x86'])),
  calls: listOf(record<NativeCall>({ nr: u32, args: optional(listOf(u64)) })),
})

/** Reads a filter to measure. Its programs are checked separately, by the rules of the kernel. */
export const filterReader: Reader<BenchFilter> = record<BenchFilter>({
  name: text,
  programs: listOf(unread()),
})

/** Calls that change nothing, wait for nothing, and take no argument. */
const HARMLESS = ['getppid', 'getpid', 'gettid', 'getuid', 'geteuid', 'getgid', 'getegid', 'getpgrp'] as const

/**
 * Whether `bench` may make the calls of `call`, because they change nothing.
 * @throws KernelError `E_ARGUMENT` for a field that is wrong or unknown
 */
export function isHarmless(call: BenchCall): boolean {
  const { abi = 'x86_64', calls } = readOptions(callReader, call, 'call')
  const numbers = new Set(HARMLESS.map((name) => numberOf(abiTable(abi), name)))
  return calls.every(({ nr }) => numbers.has(nr))
}

/** A {@link BenchCall} with getppid alone, on x86_64. */
export function getppidCall(): BenchCall {
  return { name: 'getppid', calls: [{ nr: numberOf(abiTable('x86_64'), 'getppid')! }] }
}
