/*
 * Calls for which the policy says something else on another ABI.
 *
 * A rule by index tests a register and a number. The register may hold another argument there: `args[0]` of clone is the flags on x86_64
 * and the stack on s390x. The number may be another constant there: 0x5412 is TIOCSTI on x86_64, and not on mips64. So the condition
 * under which each call runs here is written for the ABI, and has to be the condition under which it runs there. A rule by names of
 * arguments and constants means the same on both. Calls that serve one processor are closed elsewhere on purpose.
 */
import { letsRun } from '@seccompile/abi'
import { addedConditions } from '@seccompile/heal'
import { clausesOf } from '@seccompile/notation'
import { printCondition } from '@seccompile/policy'
import { all, argumentTests, isAlways, isNever, not } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import type { PolicyInquiry } from './allowed-calls.ts'
import type { PlacedCall } from './move-predicate.ts'
import { withoutSuccessor } from './no-successor.ts'
import { listed } from './reasons.ts'
import { argumentAt, comparableCalls, sameCondition } from './same-condition.ts'
import { testListOf, withoutAbsorbed } from './test-lists.ts'

/** A call of both ABIs that the policy lets run there where it does not here, or the other way round. */
export interface ChangedCall {
  readonly abi: AbiToken
  readonly call: string
  /**
   * What the policy does there.
   *
   * - `opens`: it lets calls run that it refuses here.
   * - `closes`: it refuses calls that it lets run here, and none runs that it refuses here.
   * - `unknown`: what its condition means there cannot be told.
   */
  readonly effect: 'opens' | 'closes' | 'unknown'
  /** Why, in a sentence without a full stop. */
  readonly reason: string
  /** The conditions there of which one holds where the call runs here; none where that cannot be told, or is no short list. */
  readonly when: readonly string[]
}

/** A policy on the ABI that it is written for, on another one, and there with the edit. */
export interface ComparedPolicies {
  readonly here: PolicyInquiry
  readonly there: PolicyInquiry
  readonly edited: PolicyInquiry
}

/** More lists of comparisons than this are not shown. */
const FEW = 4

const namesOf = (call: PlacedCall, where: Predicate): readonly string[] =>
  [...new Set(argumentTests(where).map(({ index }) => index))]
    .toSorted((a, b) => a - b)
    .map((index) => argumentAt(call, index)?.name ?? `args[${index}]`)

/** Why two conditions differ. */
function differenceReason(
  own: PlacedCall,
  other: PlacedCall,
  wheres: readonly [Predicate, Predicate],
): string {
  const [here, there] = [namesOf(own, wheres[0]), namesOf(other, wheres[1])]
  if (here.length === 0 && there.length === 0) return 'rules name architectures'
  if (there.length === 0) return `no rule there tests ${listed(here)}, as the rules for ${own.abi.token} do`
  if (here.length === 0) return `the rules for ${own.abi.token} do not test ${listed(there)}`
  if (here.join() !== there.join())
    return `the rules test ${listed(there)} there, and ${listed(here)} on ${own.abi.token}`
  return `the rules test numbers of ${listed(here)} that are other constants there`
}

/** The condition as text; none where it is long. */
function shown({ abi, call }: PlacedCall, where: Predicate): readonly string[] {
  const clauses = clausesOf(where, abi.wordSize)
  if (clauses === undefined || clauses.length > FEW) return []
  const lists = withoutAbsorbed(clauses).map(testListOf)
  return addedConditions({ abi: abi.token, name: call }, lists, { style: 'name' }).flatMap(
    ({ args, when }) => {
      const of = [...args, ...(when === undefined ? [] : [when])]
      return of.length === 0 ? [] : [printCondition(of.length === 1 ? of[0]! : { kind: 'all', of })]
    },
  )
}

function changedCall({ here, there, edited }: ComparedPolicies, call: string): ChangedCall | undefined {
  const wheres = [here.runsWhere(call), there.runsWhere(call)] as const
  if (wheres.every(isAlways) || wheres.every(isNever)) return undefined
  const [own, other] = [here, there].map(({ abi }): PlacedCall => ({ abi, call, fixed: [] })) as [
    PlacedCall,
    PlacedCall,
  ]
  const abi = there.abi.token
  const meant = sameCondition(wheres[0], own, other)
  if (meant === undefined) {
    const names = listed(namesOf(own, wheres[0]))
    const reason = `the rules for ${own.abi.token} test ${names}, and what the same test is there cannot be told`
    return { abi, call, effect: 'unknown', reason, when: [] }
  }
  const comparable = comparableCalls([meant, wheres[1]], own, other)
  const where = { arch: there.abi.auditArch, nr: numberOf(there.abi, call)! }
  const opens = there.inquiry.call(letsRun, { ...where, args: all([comparable, not(meant)]) }) !== undefined
  const closes = edited.refusals(call, all([comparable, meant])).length > 0
  if (!opens && (!closes || withoutSuccessor(call) !== undefined)) return undefined
  const reason = differenceReason(own, other, wheres)
  return { abi, call, effect: opens ? 'opens' : 'closes', reason, when: shown(other, meant) }
}

/** The calls of both ABIs for which the policy says something else there. */
export function changedCalls(policies: ComparedPolicies): readonly ChangedCall[] {
  const { here, there } = policies
  return [...here.abi.numbers.keys()]
    .filter((call) => there.abi.numbers.has(call))
    .flatMap((call) => changedCall(policies, call) ?? [])
}
