/*
 * Comparisons of addresses. A filter sees an address, not the memory there. So `pathname == 0x7f…` does not test the
 * path. Only a comparison with 0 has a meaning: whether there is an address at all.
 */
import { argumentTests } from '@seccompile/rules'
import type { ArgumentTest } from '@seccompile/rules'
import { quote } from '@seccompile/shape'
import { cut, warning, ofRule } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import { comparisonText } from './comparisons.ts'
import type { RuleComparison } from './comparisons.ts'
import { grouped } from './warning-subject.ts'
import type { WarningSubject } from './warning-subject.ts'

/** Whether the test separates address 0 from all other addresses of `width` bits, and nothing else. */
function isOfNull({ values, mask }: ArgumentTest, width: number): boolean {
  const [first, second] = values
  const address = (1n << BigInt(width)) - 1n
  if (second !== undefined || first === undefined || (mask & address) !== address) return false
  return (first.lo === 0n && first.hi === 0n) || (first.lo === 1n && first.hi === mask)
}

/** One warning for each rule that compares an address. */
export function pointersCompared(
  looked: WarningSubject,
  comparisons: readonly RuleComparison[],
): readonly Warning[] {
  const found = comparisons.filter(
    ({ argument, predicate }) =>
      argument?.pointer === true && !argumentTests(predicate).every((test) => isOfNull(test, argument.width)),
  )
  return grouped(found, ({ entry }) => entry.index).map(([first]) => {
    const { argument, call, entry } = first
    const brief = `${cut(comparisonText(first))} of ${quote(call.name)} compares an address`
    const full =
      `${comparisonText(first)} compares an address: ${quote(argument!.name)} of ` +
      `${quote(call.name)} is ${argument!.type}, and a filter cannot read what lies there`
    return warning('pointer-compared', ofRule(looked.policy, entry, { brief, full }), entry.place)
  })
}
