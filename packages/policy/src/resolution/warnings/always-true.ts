/*
 * Comparisons by name that every value of the argument meets on some ABI: `flags.ge(0)` for an unsigned argument, or
 * `length.lt(2 ** 32)` for a length of 32 bits.
 */
import { isAlways } from '@seccompile/rules'
import { quote } from '@seccompile/shape'
import { cut, warning, ofRule } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import { comparisonText } from './comparisons.ts'
import type { RuleComparison } from './comparisons.ts'
import { grouped, tokensOf } from './warning-subject.ts'
import type { WarningSubject } from './warning-subject.ts'

/** One warning for each comparison of a rule; it names all ABIs that it concerns. */
export function alwaysTrue(
  looked: WarningSubject,
  comparisons: readonly RuleComparison[],
): readonly Warning[] {
  const found = comparisons.filter(({ condition, predicate }) => 'kind' in condition && isAlways(predicate))
  return grouped(found, (each) => `${each.entry.index} ${comparisonText(each)}`).map((group) => {
    const [first] = group
    const { argument, call, entry } = first
    const brief = `${cut(comparisonText(first))} of ${quote(call.name)} is always true`
    const full =
      `${comparisonText(first)} of ${quote(call.name)} is always true on ` +
      `${tokensOf(group)}, where the kernel reads ${argument!.width} bits of ${argument!.type}`
    return warning('always-true', ofRule(looked.policy, entry, { brief, full }), entry.place)
  })
}
