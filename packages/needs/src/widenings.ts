/*
 * Calls that would be made in place of those that were seen: by another C library, on another kernel, or by a program that
 * knows a sibling.
 *
 * The tables are those of lint and of `routes`. A lint rule asks which calls a filter lets run, and so does this file: the filter is the
 * policy of the calls that were seen.
 */
import { listOf, oneOf } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import type { ExaminedAbi, ExaminedFilter } from '@seccompile/lint'
import { libcFallbacks, libcFunctions } from '@seccompile/lint/tables'
import { SIBLINGS } from '@seccompile/routes'
import { ALWAYS } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { comparisonsOf } from './allowances.ts'
import type { Allowance } from './allowances.ts'
import { grouped } from './seen-calls.ts'

/** The kinds of calls that would be made in place of others. */
export const WIDENINGS = ['libc', 'kernel', 'siblings'] as const

/** A kind of calls that would be made in place of others. */
export type Widening = (typeof WIDENINGS)[number]

/** Reads a list of widenings. */
export const widenReader: Reader<readonly Widening[]> = listOf(oneOf(WIDENINGS))

/** A call in place of one that was seen. */
export interface WidenedCall extends Allowance {
  readonly kind: Widening
  readonly reason: string
}

function widened(
  kind: Widening,
  { abi }: ExaminedAbi,
  call: string,
  reason: string,
  args: Predicate = ALWAYS,
): WidenedCall {
  return { kind, abi: abi.token, call, reason, clauses: comparisonsOf(args, abi, call) }
}

/** The calls that another C library makes for the same function. */
function byLibrary(on: ExaminedAbi): readonly WidenedCall[] {
  return libcFunctions(on).flatMap((calls) => {
    const seen = calls.find(({ name, args }) => on.runs(name, args) !== undefined)
    if (seen === undefined) return []
    return calls.flatMap(({ name, args, by, shown }) => {
      if (by === undefined || on.runs(name, args) !== undefined) return []
      const what = shown === name ? '' : `${shown}: `
      return [widened('libc', on, name, `${what}${by} in place of ${seen.shown}`, args)]
    })
  })
}

/**
 * The calls that a C library makes where the kernel lacks the one that was seen, and the newer ones. Where other calls fail
 * with ENOSYS, the library goes on with the older call, and the newer ones are not needed.
 */
function byKernel(on: ExaminedAbi, isEnosys: boolean): readonly WidenedCall[] {
  return libcFallbacks(on.has).flatMap(({ call, olds }) => {
    const runs = (name: string): boolean => on.runs(name) !== undefined
    if (runs(call))
      return olds
        .filter((old) => on.has(old) && !runs(old))
        .map((old) => widened('kernel', on, old, `where the kernel lacks ${call}`))
    const old = olds.find(runs)
    return old === undefined || isEnosys ? [] : [widened('kernel', on, call, `tried before ${old}`)]
  })
}

/** The calls with the same effect, except those that need a capability. */
function bySiblings(on: ExaminedAbi): readonly WidenedCall[] {
  return SIBLINGS.flatMap(({ does, known, others }) => {
    const ways = [...known, ...others].map((way) => ({ ...way, where: way.args?.(on.abi) }))
    // An argument that the ABI passes elsewhere cannot be tested.
    const usable = ways.filter(
      ({ name, args, where }) => on.has(name) && (args === undefined || where !== undefined),
    )
    const seen = usable.find(({ name, where }) => on.runs(name, where) !== undefined)
    if (seen === undefined) return []
    return usable
      .filter(({ name, where, cap }) => cap === undefined && on.runs(name, where) === undefined)
      .map(({ name, where }) => widened('siblings', on, name, `can ${does}, as ${seen.name} can`, where))
  })
}

/** `calls`, those that are alike once, by the first kind that has it. */
export function distinct(calls: readonly WidenedCall[]): readonly WidenedCall[] {
  const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)
  const keyOf = ({ abi, call, clauses }: WidenedCall): string => JSON.stringify([abi, call, clauses], plain)
  return [...grouped(calls, keyOf).values()].map(([first]) => first!) // a group has a call
}

/** All calls that would be made in place of those that `seen` lets run, for each kind. */
export function widenedCalls(seen: ExaminedFilter, isEnosys: boolean): readonly WidenedCall[] {
  return seen.on.flatMap((on) => [...byLibrary(on), ...byKernel(on, isEnosys), ...bySiblings(on)])
}
