import { checkData } from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import { expectObject } from '@seccompile/shape'
import { holds } from './predicate.ts'
import { contains } from './range.ts'
import type { RuleSet } from './rule-set.ts'

/**
 * The verdict of `rules` on one call: that of the first rule that matches in the section of its `arch`.
 * @throws RangeError, TypeError for a malformed call, as `checkData` of abi does
 */
export function meaning(rules: RuleSet, data: SeccompData): Verdict {
  expectObject(rules, 'rules', 'sections', 'badArch')
  checkData(data)
  const section = rules.sections.find(({ arch }) => arch === data.arch)
  if (section === undefined) return rules.badArch
  const { rules: list, otherwise } = section
  // A loop by index, because the methods of a frozen array are slow.
  for (let i = 0; i < list.length; i += 1) {
    const { numbers, when, verdict } = list[i]!
    if (contains(numbers, data.nr) && holds(when, data.args)) return verdict
  }
  return otherwise
}
