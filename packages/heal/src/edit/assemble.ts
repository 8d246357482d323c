/*
 * Steps of an edit, put together so that the fewest rules are added: a name joins an entry that allows calls under the same
 * condition, and names with one condition become one rule.
 */
import type { Policy, PolicyRule } from '@seccompile/policy'
import { expectFunction, expectList, expectObject } from '@seccompile/shape'
import { effectKey } from './condition-key.ts'
import type { AddedCondition, AddedEffect, AddedRule, NameInEntry, PolicyEdit } from './edit.ts'
import type { PolicyForm } from './policy-form.ts'

/** Allows a call under a condition, or gives it another action. */
export interface AllowStep extends AddedEffect {
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

/** Whether the rule allows calls or refuses them on all ABIs, so that a name may join it. */
const isForAll = ({ abis }: PolicyRule): boolean => abis === undefined

/** The entries that names of calls may join, by their condition: of several, the one with the most names. */
function openEntries(policy: Policy, { entryOf, canJoin }: PolicyForm): ReadonlyMap<string, number> {
  const found = new Map<string, { readonly entry: number; readonly names: number }>()
  const parts = new Map<number, number>()
  policy.rules.forEach((_rule, index) => parts.set(entryOf(index), (parts.get(entryOf(index)) ?? 0) + 1))
  policy.rules.forEach((rule, index) => {
    const entry = entryOf(index)
    if (!isForAll(rule) || parts.get(entry) !== 1 || !canJoin(entry)) return
    const key = effectKey(rule)
    const names = rule.names.length
    if (names > (found.get(key)?.names ?? 0)) found.set(key, { entry, names })
  })
  return new Map([...found].map(([key, { entry }]) => [key, entry]))
}

/** The edit that consists of `steps`. */
export function assembled(policy: Policy, steps: readonly EditStep[], form: PolicyForm): PolicyEdit {
  expectObject(policy, 'policy', 'rules')
  expectList(policy.rules, 'policy.rules', 'names')
  expectList(steps, 'steps', 'kind', 'name')
  expectObject(form, 'form', 'style')
  expectFunction(form.entryOf, 'form.entryOf')
  const open = openEntries(policy, form)
  const joins: NameInEntry[] = []
  const rules = new Map<string, AddedRule>()
  for (const step of steps) {
    if (step.kind === 'take') continue
    const { name, condition, before, action, includes, excludes } = step
    const effect: AddedEffect = {
      ...(action === undefined ? {} : { action }),
      ...(includes === undefined ? {} : { includes }),
      ...(excludes === undefined ? {} : { excludes }),
    }
    const key = effectKey({ ...condition, ...effect })
    const entry = before === undefined ? open.get(key) : undefined
    if (entry !== undefined) {
      joins.push({ entry, name })
      continue
    }
    const place = `${before ?? ''} ${key}`
    const names = [...(rules.get(place)?.names ?? []), name]
    rules.set(place, { ...condition, ...effect, names, ...(before === undefined ? {} : { before }) })
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
