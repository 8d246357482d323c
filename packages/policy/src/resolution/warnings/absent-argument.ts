/*
 * Comparisons by index of a register that holds no argument of the call: `deny('getpid', arg(0).eq(1))`. The kernel
 * does not read the register, so a program can choose a value that lets the call run.
 */
import { quote } from '@seccompile/shape'
import { cut, warning, ofRule } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import { comparisonText } from './comparisons.ts'
import type { RuleComparison } from './comparisons.ts'
import { grouped, tokensOf } from './warning-subject.ts'
import type { WarningSubject } from './warning-subject.ts'

/** Whether the comparison tests a register that the kernel does not read. Only calls with known arguments count. */
function isAbsent({ condition, call, abi }: RuleComparison): boolean {
  if ('kind' in condition) return false
  const { index } = condition
  return (
    abi.signatures?.get(call.name)?.args.every((each) => each.index !== index && each.high !== index) === true
  )
}

/** One warning for each comparison of a rule; it names all ABIs that it concerns. */
export function absentArguments(
  looked: WarningSubject,
  comparisons: readonly RuleComparison[],
): readonly Warning[] {
  const found = comparisons.filter(isAbsent)
  return grouped(found, (each) => `${each.entry.index} ${each.call.name} ${comparisonText(each)}`).map(
    (group) => {
      const [first] = group
      const { call, entry, abi } = first
      const names = (abi.signatures?.get(call.name)?.args ?? []).map(({ name }) => name)
      const has = names.length === 0 ? 'it has no arguments' : `its arguments are ${names.join(', ')}`
      const brief = `${cut(comparisonText(first))} tests no argument of ${quote(call.name)}`
      const full =
        `${comparisonText(first)} tests a register that holds no argument of ` +
        `${quote(call.name)} on ${tokensOf(group)}: ${has}, and a program may set the register as it likes`
      return warning('absent-argument', ofRule(looked.policy, entry, { brief, full }), entry.place)
    },
  )
}
