/*
 * Comparisons by name that no value of the argument meets on some ABI: `flags.lt(0)` for an unsigned argument, or
 * `length.gt(2 ** 32)` for a length of 32 bits. A whole rule that never holds is reported by `conditional.ts`.
 */
import { isNever } from '@seccompile/rules'
import { quote } from '@seccompile/shape'
import { cut, warning, ofRule } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import { comparisonText, wholeOf } from './comparisons.ts'
import type { RuleComparison } from './comparisons.ts'
import { grouped, tokensOf } from './warning-subject.ts'
import type { WarningSubject } from './warning-subject.ts'

/** One warning for each such comparison, if the rest of its rule may hold; it names all ABIs that it concerns. */
export function neverTrue(
  looked: WarningSubject,
  comparisons: readonly RuleComparison[],
): readonly Warning[] {
  const found = comparisons.filter(
    (each) => 'kind' in each.condition && isNever(each.predicate) && !isNever(wholeOf(each, looked)),
  )
  return grouped(found, (each) => `${each.entry.index} ${comparisonText(each)}`).map((group) => {
    const [first] = group
    const { argument, call, entry } = first
    const brief = `${cut(comparisonText(first))} of ${quote(call.name)} is never true`
    const full =
      `${comparisonText(first)} of ${quote(call.name)} is never true on ` +
      `${tokensOf(group)}, where the kernel reads ${argument!.width} bits of ${argument!.type}`
    return warning('never-true', ofRule(looked.policy, entry, { brief, full }), entry.place)
  })
}
