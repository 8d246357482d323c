/*
 * Steps of an edit, put together so that the fewest rules are added: a name joins an entry that allows calls under the same
 * condition, and names with one condition become one rule.
 */
import type { Policy, PolicyRule } from '@seccompile/policy'
import { conditionKey } from './condition-key.ts'
import type { AddedCondition, AddedRule, NameInEntry, PolicyEdit } from './edit.ts'
import type { PolicyForm } from './policy-form.ts'

/** Allows a call under a condition. */
export interface AllowStep {
  readonly kind: 'allow'
  readonly name: string
  readonly condition: AddedCondition
  /** The entry before which the rule stands; the end if absent. */
  readonly before?: number
  /** Entries that the name is taken out of: they would refuse it without effect. */
  readonly from?: readonly number[]
}

/** A part of an edit that is taken or left as a whole. */
export type EditStep = AllowStep | ({ readonly kind: 'take' } & NameInEntry)

const isUnlimited = ({ action, abis, includes, excludes }: PolicyRule): boolean =>
  action.action === 'ALLOW' && abis === undefined && includes === undefined && excludes === undefined

/** The entries that names of calls may join, by their condition: of several, the one with the most names. */
function openEntries(policy: Policy, { entryOf, canJoin }: PolicyForm): ReadonlyMap<string, number> {
  const found = new Map<string, { readonly entry: number; readonly names: number }>()
  const parts = new Map<number, number>()
  policy.rules.forEach((_rule, index) => parts.set(entryOf(index), (parts.get(entryOf(index)) ?? 0) + 1))
  policy.rules.forEach((rule, index) => {
    const entry = entryOf(index)
    if (!isUnlimited(rule) || parts.get(entry) !== 1 || !canJoin(entry)) return
    const key = conditionKey(rule)
    const names = rule.names.length
    if (names > (found.get(key)?.names ?? 0)) found.set(key, { entry, names })
  })
  return new Map([...found].map(([key, { entry }]) => [key, entry]))
}

/** The edit that consists of `steps`. */
export function assembled(policy: Policy, steps: readonly EditStep[], form: PolicyForm): PolicyEdit {
  const open = openEntries(policy, form)
  const joins: NameInEntry[] = []
  const rules = new Map<string, AddedRule>()
  for (const step of steps) {
    if (step.kind === 'take') continue
    const { name, condition, before } = step
    const key = conditionKey(condition)
    const entry = before === undefined ? open.get(key) : undefined
    if (entry !== undefined) {
      joins.push({ entry, name })
      continue
    }
    const place = `${before ?? ''} ${key}`
    const names = [...(rules.get(place)?.names ?? []), name]
    rules.set(place, { ...condition, names, ...(before === undefined ? {} : { before }) })
  }
  return {
    joins,
    takes: steps.flatMap((step) => {
      const { name } = step
      const entries = step.kind === 'take' ? [step.entry] : (step.from ?? [])
      return entries.map((entry) => ({ entry, name }))
    }),
    rules: [...rules.values()],
  }
}
