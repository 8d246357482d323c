/*
 * Calls that a policy allows, that another ABI lacks, and in place of which the edit allows nothing.
 *
 * A function is carried over only if the policy lets all its calls run: fork() is no longer made by `fork` alone. So a policy that allows
 * `fork` without the other calls of fork() says of no function that it may run, and a person has to decide.
 */
import type { MeasuredCall } from '@seccompile/libc-calls'
import type { Policy } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import { signedAbiTable } from '@seccompile/signatures'
import { mayRun } from './allowed-calls.ts'
import type { PolicyInquiry } from './allowed-calls.ts'
import type { NamedList } from './meant-functions.ts'
import { fixedPredicate } from './move-predicate.ts'
import { withoutSuccessor } from './no-successor.ts'
import type { PortRow } from './port-row.ts'
import { inC, listed } from './reasons.ts'

/** A call that the policy allows and an ABI lacks, and for which nothing stands in there. */
export interface LeftCall {
  readonly abi: AbiToken
  readonly call: string
  readonly reason: string
  /** Whether functions of a library make the call, so that a program may need another one there. */
  readonly isNeeded: boolean
}

const namesIn = (list: readonly MeasuredCall[]): readonly string[] =>
  list.flatMap(({ name, instead }) => [name, ...instead.map((one) => one.name)])

/** The calls of a list that the policy refuses. */
const refusedIn = (on: PolicyInquiry, list: readonly MeasuredCall[]): readonly string[] =>
  list
    .filter(({ name, fixed }) => !on.runs(name, fixedPredicate({ abi: on.abi, call: name, fixed })))
    .map(({ name }) => name)

function leftCall(on: PolicyInquiry, lists: readonly NamedList[], call: string): Omit<LeftCall, 'abi'> {
  const none = withoutSuccessor(call)
  if (none !== undefined) return { call, reason: none, isNeeded: false }
  const made = lists.filter(([, list]) => namesIn(list).includes(call))
  const refused = made
    .map(([name, list]) => ({ name, calls: refusedIn(on, list).filter((one) => one !== call) }))
    .toSorted((a, b) => a.calls.length - b.calls.length)
  const [first] = refused
  if (first === undefined) return { call, reason: 'no function that was measured makes it', isNeeded: false }
  const { name, calls } = first
  const reason =
    calls.length === 0
      ? `its condition holds for no call that ${inC(name)} makes there, or what ${inC(name)} calls there is not known`
      : `${inC(name)} makes ${listed(calls)} too, which the policy refuses`
  return { call, reason, isNeeded: true }
}

/** The calls that the policies `on` allow, that an ABI of `to` lacks, and in place of which no row has a call. */
export function leftCalls(
  policy: Policy,
  on: readonly PolicyInquiry[],
  to: readonly AbiToken[],
  lists: readonly NamedList[],
  rows: readonly PortRow[],
): readonly LeftCall[] {
  if (mayRun(policy.defaultAction)) return []
  return to.flatMap((abi) => {
    const { numbers } = signedAbiTable(abi)
    const served = new Set(rows.filter((row) => row.abi === abi).flatMap(({ inPlaceOf }) => inPlaceOf))
    const left = new Map<string, LeftCall>()
    for (const each of on)
      for (const call of each.abi.numbers.keys())
        if (!numbers.has(call) && !served.has(call) && !left.has(call) && each.runs(call))
          left.set(call, { abi, ...leftCall(each, lists, call) })
    return [...left.values()]
  })
}
