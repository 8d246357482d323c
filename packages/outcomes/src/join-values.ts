/*
 * Many tests of one argument for a value each, joined to one test for a set of values.
 *
 * Neighbouring rules with one verdict may stand in any order, and so may the parts of a disjunction. So tests of one
 * masked argument among them are one set of values. A set becomes a diagram in one walk over its values. Value by value,
 * each would copy the way to its place.
 */
import { any, argument } from '@seccompile/rules'
import type { ArgumentTest, Predicate, Rule } from '@seccompile/rules'

/** The fewest conditions of neighbours that are joined. Fewer keep the order and the form that the policy has. */
const MANY = 64

/** `conditions` with the tests of one masked argument joined, each at the place of the first of them. */
function withSets(conditions: readonly Predicate[]): readonly Predicate[] {
  const sets = new Map<string, ArgumentTest[]>()
  const made = conditions.map((when): Predicate | readonly ArgumentTest[] => {
    if (when.kind !== 'argument') return when
    const key = `${when.index} ${when.mask}`
    const known = sets.get(key)
    if (known !== undefined) {
      known.push(when)
      return []
    }
    const tests = [when]
    sets.set(key, tests)
    return tests
  })
  return made.flatMap((one): readonly Predicate[] => {
    if ('kind' in one) return [one]
    const [first] = one
    if (first === undefined) return []
    const values = one.flatMap((test) => test.values)
    return [one.length === 1 ? first : argument(first.index, values, first.mask)]
  })
}

/**
 * `rules` with many tests of one masked argument joined where the verdict is one; `rules` itself where nothing is joined.
 * The numbers of the rules do not matter here: all of `rules` can decide the same number.
 * @param fewest - the fewest conditions that are joined; so many that it pays where the form of the rules matters
 */
export function joinValues(rules: readonly Rule[], fewest: number = MANY): readonly Rule[] {
  const runs: Rule[][] = []
  for (const rule of rules) {
    const run = runs.at(-1)
    if (run?.[0]?.verdict === rule.verdict) run.push(rule)
    else runs.push([rule])
  }
  let isJoined = false
  const made = runs.map((run): readonly Rule[] => {
    const parts = run.flatMap(({ when }) => (when.kind === 'any' ? when.of : [when]))
    if (parts.length < fewest) return run
    const joined = withSets(parts)
    if (joined.length === parts.length) return run
    isJoined = true
    return [{ ...run[0]!, when: any(joined) }]
  })
  return isJoined ? made.flat() : rules
}
