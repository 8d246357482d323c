/*
 * An edit of a policy, in the words of the policy. A rule of a policy may be a part of an _entry_ of its text: runc reads an
 * entry that tests an argument twice as several rules. So an edit names entries.
 */
import { ALLOW } from '@seccompile/policy'
import { expectFunction, expectList, expectObject } from '@seccompile/shape'
import type { Action, ArgCondition, Condition, Policy, PolicyRule, Requirement } from '@seccompile/policy'

/** The condition of an added rule; by index for the JSON of profiles, by name for the builder. */
export interface AddedCondition {
  readonly args: readonly ArgCondition[]
  readonly when?: Condition
}

/** What an added rule requires of the target, and what it does; without an action it allows calls. */
export interface AddedEffect {
  readonly action?: Action
  readonly includes?: Requirement
  readonly excludes?: Requirement
}

/** A rule to add. */
export interface AddedRule extends AddedCondition, AddedEffect {
  readonly names: readonly string[]
  /** The entry before which the rule is added; the end if absent. */
  readonly before?: number
}

/** A name of a call in an entry. */
export interface NameInEntry {
  readonly entry: number
  readonly name: string
}

/** An edit of a policy. */
export interface PolicyEdit {
  /** Names to add to entries. */
  readonly joins: readonly NameInEntry[]
  /** Names to take out of entries. */
  readonly takes: readonly NameInEntry[]
  readonly rules: readonly AddedRule[]
}

/** The entry of each rule of a policy, by the index of the rule. */
export type EntryOf = (rule: number) => number

/** The rule that is added. */
export const asRule = ({ names, args, when, action, includes, excludes }: AddedRule): PolicyRule => ({
  names: names.map((name) => ({ name })),
  action: action ?? ALLOW,
  args,
  ...(when === undefined ? {} : { when }),
  ...(includes === undefined ? {} : { includes }),
  ...(excludes === undefined ? {} : { excludes }),
})

function editedRule(rule: PolicyRule, entry: number, { joins, takes }: PolicyEdit): readonly PolicyRule[] {
  const isTaken = (name: string): boolean => takes.some((one) => one.entry === entry && one.name === name)
  const kept = rule.names.filter(({ name }) => !isTaken(name))
  const added = joins.flatMap((one) => (one.entry === entry ? [{ name: one.name }] : []))
  if (kept.length === rule.names.length && added.length === 0) return [rule]
  return kept.length + added.length === 0 ? [] : [{ ...rule, names: [...kept, ...added] }]
}

/** `policy` with `edit`. A rule without names is left out. */
export function editedPolicy(policy: Policy, edit: PolicyEdit, entryOf: EntryOf): Policy {
  expectObject(policy, 'policy', 'rules')
  expectList(policy.rules, 'policy.rules', 'names')
  expectObject(edit, 'edit', 'joins', 'takes', 'rules')
  expectFunction(entryOf, 'entryOf')
  const first = new Map<number, number>()
  policy.rules.forEach((_rule, index) => {
    if (!first.has(entryOf(index))) first.set(entryOf(index), index)
  })
  const rules = policy.rules.flatMap((rule, index) => {
    const entry = entryOf(index)
    const before =
      first.get(entry) === index ? edit.rules.filter((added) => added.before === entry).map(asRule) : []
    return [...before, ...editedRule(rule, entry, edit)]
  })
  const last = edit.rules.filter(({ before }) => before === undefined).map(asRule)
  return { ...policy, rules: [...rules, ...last] }
}
