/*
 * Joins many tests of one argument to one test. Each of them is for one value, and the result is for a set of values.
 *
 * Neighbouring rules with one verdict may stand in any order, and so may the parts of a disjunction. So the tests of
 * one masked argument among them can become one set of values. A set becomes a diagram in one walk over its values.
 * If the values were joined one by one, each would copy the nodes on the way to its place.
 */
import { any, argument } from '@seccompile/rules'
import type { ArgumentTest, Predicate, Rule } from '@seccompile/rules'

/**
 * The fewest conditions of neighbouring rules that are joined. Fewer conditions keep the order and the form of the
 * policy.
 */
const MANY = 64

/** `conditions`, with the tests of one masked argument joined. The joined test stands at the place of the first one. */
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
 * `rules`, where many tests of one masked argument with one verdict are joined; `rules` itself where nothing is
 * joined. The numbers of the rules do not matter here: all of `rules` can decide the same number.
 * @param fewest - the fewest conditions that are joined. The default is so high that joining pays even where the form
 *   of the rules matters
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
