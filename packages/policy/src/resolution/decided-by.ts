/*
 * Which of the rules that give a call its verdict holds for its arguments.
 *
 * A rule is resolved alone, as the compiler resolves it, and its predicate is asked for the arguments. Where a rule tests an
 * argument whose value is not known, the answer is not known.
 */
import type { Verdict } from '@seccompile/abi'
import { argumentTests, contains, holds } from '@seccompile/rules'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { ALLOW } from '../data/action.ts'
import type { PolicyRule } from '../data/policy.ts'
import type { ReadTarget } from '../data/target.ts'
import { resolve } from './resolve.ts'
import type { VerdictReason } from './verdict-reason.ts'

/** A call that a policy gave its verdict, with the values of its arguments that are known. */
export interface DecidedCall {
  readonly abi: AbiToken
  readonly name: string
  readonly verdict: Verdict
  readonly args: readonly (bigint | undefined)[]
}

/** Whether `rule`, which takes part on the target, holds for a call; `undefined` where it tests an argument that is not known. */
function holdsFor(
  { includes: _, excludes: __, ...rule }: PolicyRule,
  { abis, multiplexers, widths }: ReadTarget,
  { abi, name, verdict, args }: DecidedCall,
): boolean | undefined {
  const table = abis.find(({ token }) => token === abi)
  const nr = table && numberOf(table, name)
  if (table === undefined || nr === undefined) return undefined
  const alone = { defaultAction: ALLOW, rules: [rule], overlaps: 'first' } as const
  const { rules } = resolve(alone, { abis, multiplexers, widths })
  const own = rules.sections
    .find((section) => section.arch === table.auditArch)
    ?.rules.filter((one) => one.verdict === verdict && contains(one.numbers, nr))
  const isKnown = own?.every(({ when }) =>
    argumentTests(when).every(({ index }) => args[index] !== undefined),
  )
  if (own === undefined || isKnown !== true) return undefined
  const values = args.map((value) => value ?? 0n) // no rule tests those that are not known
  return own.some(({ when }) => holds(when, values))
}

/** The reasons of `reasons` that the arguments of a call leave; all where the arguments do not tell. */
export function decidedBy(
  reasons: readonly VerdictReason[],
  target: ReadTarget,
  call: DecidedCall,
): readonly VerdictReason[] {
  if (reasons.length < 2) return reasons
  const states = reasons.map((reason) => reason.kind === 'rule' && holdsFor(reason.rule, target, call))
  // Of policies that hold together, one may give by its default what another gives by a rule.
  const isByRule = (part: number): boolean =>
    reasons.some((one, at) => one.part === part && states[at] === true)
  const left = reasons.filter(({ kind, part }, at) =>
    kind === 'rule' ? states[at] !== false : !isByRule(part),
  )
  return left.length === 0 ? reasons : left
}
