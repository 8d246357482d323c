/* The rules of a policy with their comments: of calls that were seen, and of calls that are allowed beside them. */
import { groupsOf } from '@seccompile/groups'
import { ALLOW, printCondition } from '@seccompile/policy'
import type { Condition, PolicyRule, RuleComments } from '@seccompile/policy'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { wrappedText } from '@seccompile/text-layout'
import { isWhole } from './allowances.ts'
import type { Allowance } from './allowances.ts'
import { byName } from './condition-of.ts'
import { grouped } from './seen-calls.ts'
import type { SeenCall } from './seen-calls.ts'

/** The width of a comment above a rule, without its sign. */
const WIDTH = 75

/** A rule, and the comments on it. */
export interface WrittenRule {
  readonly rule: PolicyRule
  readonly comments: RuleComments
}

/** A call that was seen, and the condition under which it is allowed. */
export interface AllowedCall extends Pick<SeenCall, 'abi' | 'call' | 'count' | 'scenarios'> {
  readonly when?: Condition
  readonly notes: readonly string[]
}

/** `count` things: `1 call`, `3 calls`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const seenText = (count: number, scenarios: readonly string[]): string =>
  `seen ${count === 1 ? 'once' : counted(count, 'time')} in ${counted(scenarios.length, 'scenario')}`

/** The ABIs that a rule for the ABIs of `calls` must name: none where it holds on all of `abis` that have the call. */
function placeOf(
  call: string,
  calls: readonly Pick<SeenCall, 'abi'>[],
  abis: readonly AbiToken[],
): Pick<PolicyRule, 'abis'> {
  const on = calls.map(({ abi }) => abi)
  const having = abis.filter((abi) => abiTable(abi).numbers.has(call))
  return having.every((abi) => on.includes(abi)) ? {} : { abis: abis.filter((abi) => on.includes(abi)) }
}

/** A name in a rule, with the ABIs of the rule, the condition and the text beside it. */
interface RuleEntry extends Pick<PolicyRule, 'abis'> {
  readonly name: string
  readonly when?: Condition
  readonly beside?: string
}

/** The calls that were seen under one condition on several ABIs are one entry. */
function entriesOf(calls: readonly AllowedCall[], abis: readonly AbiToken[]): readonly RuleEntry[] {
  const alike = grouped(
    calls,
    ({ call, when, notes }) => `${call} ${when === undefined ? '' : printCondition(when)} ${notes.join()}`,
  )
  return [...alike.values()].map((each): RuleEntry => {
    const { call, when, notes } = each[0]! // a group has a call
    const count = each.reduce((sum, one) => sum + one.count, 0)
    const text = seenText(count, [...new Set(each.flatMap(({ scenarios }) => scenarios))])
    return {
      name: call,
      ...placeOf(call, each, abis),
      ...(when === undefined ? {} : { when }),
      beside: [text, ...notes].join('; '),
    }
  })
}

/** A rule that allows the calls `names` under the condition of `entry`, on its ABIs. */
const allowing = (names: readonly string[], { abis, when }: RuleEntry): PolicyRule => ({
  names: names.map((name) => ({ name })),
  action: ALLOW,
  args: [],
  ...(when === undefined ? {} : { when }),
  ...(abis === undefined ? {} : { abis }),
})

/** Rules that allow the calls of `entries`: one for all without a condition on the same ABIs, and one for each other. */
function rulesOf(entries: readonly RuleEntry[], title: readonly string[]): readonly WrittenRule[] {
  const plain = grouped(
    entries.filter(({ when }) => when === undefined),
    ({ abis }) => (abis ?? []).join(),
  )
  const rules = [
    ...[...plain.values()].map((each): WrittenRule => {
      const names = each.map(({ name }) => name)
      return {
        rule: allowing(names, each[0]!), // a group has an entry
        comments: { beside: each.map(({ beside }) => beside) },
      }
    }),
    ...entries
      .filter(({ when }) => when !== undefined)
      .map((entry): WrittenRule => {
        const { name, beside } = entry
        return {
          rule: allowing([name], entry),
          comments: { above: beside === undefined ? [] : [`${name}: ${beside}`] },
        }
      }),
  ]
  return rules.map((each, i) =>
    i > 0
      ? each
      : { ...each, comments: { ...each.comments, above: [...title, ...(each.comments.above ?? [])] } },
  )
}

/** The groups that come first where a call is in several. */
const FIRST_GROUPS: readonly string[] = ['base', 'processes', 'threads']

/** The group whose name stands over a call: one of {@link FIRST_GROUPS}, or the first that has it. */
function groupOfCall(call: string): { readonly name: string; readonly summary: string } {
  const found = groupsOf(call)
  const other = { name: 'other', summary: 'calls of no group' }
  const first = FIRST_GROUPS.flatMap((wanted) => found.filter(({ name }) => name === wanted))
  return first[0] ?? found[0] ?? other
}

/** The rules of the calls that were seen, by group: `base` first, the others by name. */
export function seenRules(calls: readonly AllowedCall[], abis: readonly AbiToken[]): readonly WrittenRule[] {
  const byName = [...calls].sort((a, b) => (a.call < b.call ? -1 : a.call > b.call ? 1 : 0))
  const groups = [...grouped(byName, ({ call }) => groupOfCall(call).name)].sort(([a], [b]) =>
    a === 'base' ? -1 : b === 'base' ? 1 : a < b ? -1 : 1,
  )
  return groups.flatMap(([name, each]) => {
    const { summary } = groupOfCall(each[0]!.call) // a group has a call
    return rulesOf(entriesOf(each, abis), wrappedText('', `${name}: ${summary}`, '  ', WIDTH).split('\n'))
  })
}

/** The rules of `allowances` under `title`. */
export function allowanceRules(
  allowances: readonly Allowance[],
  abis: readonly AbiToken[],
  title: string,
): readonly WrittenRule[] {
  const whole = grouped(allowances.filter(isWhole), ({ call, reason }) => `${call} ${reason ?? ''}`)
  const entries = [...whole.values()].map((each): RuleEntry => {
    const { call, reason } = each[0]! // a group has an allowance
    return {
      name: call,
      ...placeOf(call, each, abis),
      ...(reason === undefined ? {} : { beside: reason }),
    }
  })
  const partial = allowances
    .filter((each) => !isWhole(each))
    .flatMap(({ abi, call, clauses, reason }) =>
      clauses.map((clause): RuleEntry => {
        const named = clause.map((each) => byName(each, call, abi))
        const when: Condition = named.length === 1 ? named[0]! : { kind: 'all', of: named }
        return { name: call, abis: [abi], when, ...(reason === undefined ? {} : { beside: reason }) }
      }),
    )
  return rulesOf([...entries, ...partial], [title])
}
