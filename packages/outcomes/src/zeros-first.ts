/*
 * The order of conditions that are tested one after the other.
 *
 * Neighbouring rules with one verdict may stand in any order, and so may the parts of a disjunction. Most calls leave most of
 * their arguments 0. So a condition that holds for arguments 0 comes first among those that may change places with it.
 */
import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import { any, holds } from '@seccompile/rules'
import type { Predicate, Rule } from '@seccompile/rules'

const ZEROS: readonly bigint[] = Object.freeze(Array<bigint>(SECCOMP_DATA_ARGS).fill(0n))

/** Those of `items` whose condition holds for arguments 0, and then the others. */
function partitioned<T>(items: readonly T[], whenOf: (item: T) => Predicate): readonly T[] {
  const [first, others]: [T[], T[]] = [[], []]
  for (const item of items) (holds(whenOf(item), ZEROS) ? first : others).push(item)
  return [...first, ...others]
}

/** `rules` in the order that decides arguments 0 soonest. They mean the same for every call. */
export function zerosFirst(rules: readonly Rule[]): readonly Rule[] {
  const ordered = rules.map((rule): Rule =>
    rule.when.kind === 'any' ? { ...rule, when: any(partitioned(rule.when.of, (when) => when)) } : rule,
  )
  const runs: Rule[][] = []
  for (const rule of ordered) {
    const run = runs.at(-1)
    if (run?.[0]?.verdict === rule.verdict) run.push(rule)
    else runs.push([rule])
  }
  return runs.flatMap((run) => partitioned(run, ({ when }) => when))
}
