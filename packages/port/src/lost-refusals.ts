/*
 * Refusals of a deny-list that have no effect elsewhere: it refuses `rmdir`, and on aarch64 rmdir() makes `unlinkat`, which runs.
 *
 * A library makes a course of calls for a function; after ENOSYS it goes on with older ones. A course is refused where one of its
 * calls never runs, and restricted where one runs under a condition. The refusal has its effect on a course there if a call of that
 * course is refused. A condition has it if a call that does the same has this condition too. The refusal of a function is lost if every
 * course here is refused or restricted, and a course there is not.
 */
import { letsRun } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { callsOfFunctions, LIBCS } from '@seccompile/libc-calls'
import type { FixedCall, FunctionCalls, LibcName, MeasuredCall } from '@seccompile/libc-calls'
import type { Policy } from '@seccompile/policy'
import { all, isAlways, isNever, NEVER, not } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { isEnosysVerdict, mayRun } from './allowed-calls.ts'
import type { PolicyInquiry } from './allowed-calls.ts'
import { listsOn } from './meant-functions.ts'
import { fixedPredicate } from './move-predicate.ts'
import type { PlacedCall } from './move-predicate.ts'
import { functionsText, listed, makes } from './reasons.ts'
import { comparableCalls, sameCondition } from './same-condition.ts'
import { sameCalls } from './same-calls.ts'
import type { DoTheSame } from './same-calls.ts'

/** A call that the policy refuses, and the calls that programs make on an ABI in place of it, which run. */
export interface LostRefusal {
  readonly abi: AbiToken
  /** The refused call of the ABI that the policy is written for. */
  readonly call: string
  /** The functions whose refusal is lost. */
  readonly functions: readonly string[]
  /** The calls there that run. */
  readonly runs: readonly string[]
  /** Why the refusal has no effect, in a sentence without a full stop. */
  readonly reason: string
}

const lostReason = (functions: readonly string[], names: readonly string[]): string =>
  `${functionsText(functions)} ${makes(functions)} ${listed(names)} there, which the policy does not refuse`

const placed = (on: PolicyInquiry, { name, fixed }: FixedCall): PlacedCall => ({
  abi: on.abi,
  call: name,
  fixed,
})

const runs = (on: PolicyInquiry, call: FixedCall): boolean =>
  on.runs(call.name, fixedPredicate(placed(on, call)))

const refusalsOf = (on: PolicyInquiry, call: FixedCall): readonly Verdict[] =>
  on.refusals(call.name, fixedPredicate(placed(on, call)))

/** Whether the library goes on with older calls wherever the policy refuses the call. */
const alwaysGoesOn = (on: PolicyInquiry, call: FixedCall): boolean => {
  const refusals = refusalsOf(on, call)
  return refusals.length > 0 && refusals.every((verdict) => isEnosysVerdict(on, verdict))
}

/** Whether the library goes on with older calls somewhere. */
const mayGoOn = (on: PolicyInquiry, call: FixedCall): boolean =>
  refusalsOf(on, call).some((verdict) => isEnosysVerdict(on, verdict))

/** The courses of a list: that of its calls, and that of older ones after ENOSYS. */
function coursesOf(
  on: PolicyInquiry,
  lists: readonly (readonly MeasuredCall[])[],
  goesOn: typeof mayGoOn,
): readonly (readonly FixedCall[])[] {
  return lists.flatMap((list): readonly (readonly FixedCall[])[] => {
    const isOlder = (call: MeasuredCall): boolean => call.instead.length > 0 && goesOn(on, call)
    const older = list.flatMap((call): readonly FixedCall[] => (isOlder(call) ? call.instead : [call]))
    return list.some(isOlder) ? [list, older] : [list]
  })
}

/** A call of a course that never runs, or runs under a condition. */
interface RestrictedCall {
  readonly call: FixedCall
  readonly where: Predicate
}

/** Where the policy lets the call run, with what the library gives. */
function restricted(on: PolicyInquiry, call: FixedCall): readonly RestrictedCall[] {
  if (!runs(on, call)) return [{ call, where: NEVER }]
  const where = on.runsWhere(call.name)
  const isFree = isAlways(where) || refusalsOf(on, call).length === 0
  return isFree ? [] : [{ call, where }]
}

/** The policies on two ABIs, and which of their calls do the same. */
interface ComparedAbis {
  readonly here: PolicyInquiry
  readonly there: PolicyInquiry
  readonly doTheSame: DoTheSame
}

/** Whether `other` there is restricted as `own` is here. */
function keeps({ here, there }: ComparedAbis, own: RestrictedCall, other: FixedCall): boolean {
  const [from, to] = [placed(here, own.call), placed(there, other)]
  const meant = sameCondition(own.where, from, to)
  if (meant === undefined) return false
  const comparable = comparableCalls([meant, there.runsWhere(other.name)], from, to)
  const args = all([comparable, fixedPredicate(to), not(meant)])
  const where = { arch: there.abi.auditArch, nr: numberOf(there.abi, other.name)!, args }
  return there.inquiry.call(letsRun, where) === undefined
}

/** The first restricted call of a course here whose restriction `course` there has not; `undefined` where it has all. */
function lostCall(
  on: ComparedAbis,
  own: readonly RestrictedCall[],
  course: readonly FixedCall[],
): FixedCall | undefined {
  return own.find((one) => {
    const successors = course.filter(({ name }) => on.doTheSame(one.call.name, name))
    // A function that makes the call under its condition is one that programs may use here.
    if (successors.length === 0) return isNever(one.where)
    return !successors.some((other) => keeps(on, one, other))
  })?.call
}

/** A refusal that is lost for one function. */
interface LostForFunction {
  readonly call: string
  readonly runs: readonly string[]
}

/** The refusal of a function that has no effect there: of `lists` here, and of `made` there. */
function lostFor(
  on: ComparedAbis,
  lists: readonly (readonly MeasuredCall[])[],
  made: FunctionCalls,
): LostForFunction | undefined {
  const courses = coursesOf(on.here, lists, alwaysGoesOn)
  const own = courses.map((course) => course.flatMap((call) => restricted(on.here, call)))
  if (own.length === 0 || own.some((calls) => calls.length === 0)) return undefined
  for (const course of coursesOf(on.there, made.lists, mayGoOn)) {
    if (course.length === 0 || !course.every((call) => runs(on.there, call))) continue
    const lost = own.map((calls) => lostCall(on, calls, course))
    const [first] = lost
    if (first === undefined || lost.includes(undefined)) continue
    const names = course.map(({ name }) => name)
    const known = new Set(courses.flatMap((calls) => calls.map(({ name }) => name)))
    const others = names.filter((name) => !known.has(name))
    return { call: first.name, runs: others.length > 0 ? others : names }
  }
  return undefined
}

/** The refusals of `policy` on the ABI of `here` that have no effect on that of `there` with the libraries; none of an allow-list. */
export function lostRefusals(
  policy: Policy,
  here: PolicyInquiry,
  there: PolicyInquiry,
  libcs: readonly LibcName[],
): readonly LostRefusal[] {
  if (!mayRun(policy.defaultAction)) return []
  const lost = new Map<string, { readonly functions: Set<string>; readonly runs: Set<string> }>()
  const named = listsOn(here.abi.token)
  const known = new Map(
    LIBCS.map((own) => [
      own,
      new Map(callsOfFunctions(own, here.abi.token).map(({ function: name, lists }) => [name, lists])),
    ]),
  )
  for (const libc of libcs) {
    const functions = callsOfFunctions(libc, there.abi.token)
    const on: ComparedAbis = { here, there, doTheSame: sameCalls(named, functions) }
    for (const own of LIBCS)
      for (const made of functions) {
        const found = lostFor(on, known.get(own)?.get(made.function) ?? [], made)
        if (found === undefined) continue
        const row = lost.get(found.call) ?? { functions: new Set(), runs: new Set() }
        lost.set(found.call, row)
        row.functions.add(made.function)
        for (const name of found.runs) row.runs.add(name)
      }
  }
  return [...lost].map(([call, { functions, runs: names }]) => ({
    abi: there.abi.token,
    call,
    functions: [...functions],
    runs: [...names],
    reason: lostReason([...functions], [...names]),
  }))
}
