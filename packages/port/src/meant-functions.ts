/*
 * The functions that a policy lets programs use: each call that a library makes for the function runs, or the calls do
 * that the library makes in place of it after ENOSYS.
 */
import { callsOfFunctions, LIBCS, OLDER_CALLS } from '@seccompile/libc-calls'
import type { MeasuredCall, FixedCall } from '@seccompile/libc-calls'
import { all, isNever, NEVER } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import type { AbiToken } from '@seccompile/syscalls'
import type { PolicyInquiry } from './allowed-calls.ts'
import { fixedPredicate, movePredicate } from './move-predicate.ts'

/** A call of a function, and where the policy lets it run. */
export interface MeantCall extends MeasuredCall {
  readonly where: Predicate
}

/** The calls that run of the lists of a function, by its name. */
export type MeantFunctions = ReadonlyMap<string, readonly (readonly MeantCall[])[]>

/** A function, and a list of the calls that a library makes for it. */
export type NamedList = readonly [name: string, list: readonly MeasuredCall[]]

/** Every list of the calls that a library of today, or of a few years ago, makes for a function on `abi`. */
export function listsOn(abi: AbiToken): readonly NamedList[] {
  const today = LIBCS.flatMap((libc) => callsOfFunctions(libc, abi)).flatMap(({ function: name, lists }) =>
    lists.map((list) => [name, list] as const),
  )
  const older = OLDER_CALLS.filter(({ request }) => request === undefined).map(
    ({ function: name, call }): NamedList => [name, [{ name: call, fixed: [], instead: [] }]],
  )
  return [...today, ...older]
}

/**
 * The calls of `list` that run, with those in place of missing ones; `undefined` where one of them does not.
 * @param isOlder - whether calls that run after ENOSYS of others stand in their place
 */
function runningCalls(
  list: readonly MeasuredCall[],
  on: PolicyInquiry,
  isOlder: boolean,
): readonly MeantCall[] | undefined {
  const found: MeantCall[] = []
  const runs = (one: FixedCall): Predicate => {
    const placed = { abi: on.abi, call: one.name, fixed: one.fixed }
    if (!on.runs(one.name, fixedPredicate(placed))) return NEVER
    const where = on.runsWhere(one.name)
    // Tests of what the library gives hold or do not; the others stay.
    const given = movePredicate(where, placed, placed)
    return given.kind === 'moved' && isNever(given.where) ? NEVER : where
  }
  for (const call of list) {
    const where = runs(call)
    const others = call.instead.map((one) => ({ ...one, instead: [], where: runs(one) }))
    const doOthersRun = others.length > 0 && others.every((one) => !isNever(one.where))
    if (doOthersRun && (isOlder || isNever(where))) found.push(...others)
    else if (isNever(where)) return undefined
    else found.push({ ...call, where })
  }
  return found
}

/**
 * The functions that `on` lets programs use by at least one call of `names`, with their calls.
 * @param lists - the lists of the calls that libraries make for functions on the ABI
 * @param own - the condition under which the rules in question let a call run, which limits what is meant
 */
export function meantFunctions(
  on: PolicyInquiry,
  lists: readonly NamedList[],
  own: (call: string) => Predicate,
): MeantFunctions {
  const meant = new Map<string, (readonly MeantCall[])[]>()
  for (const [name, list] of lists) {
    for (const isOlder of list.some(({ instead }) => instead.length > 0) ? [false, true] : [false]) {
      const calls = runningCalls(list, on, isOlder)
      if (calls === undefined || calls.length === 0) continue
      const limited = calls.map((call) => ({ ...call, where: all([call.where, own(call.name)]) }))
      if (limited.every(({ where }) => isNever(where))) continue
      const known = meant.get(name)
      if (known === undefined) meant.set(name, [limited])
      else known.push(limited)
    }
  }
  return meant
}
