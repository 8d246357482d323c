/*
 * Joins rules with one verdict and one condition into one.
 *
 *   before   0 -> ALLOW                                after   0..2, 60 -> ALLOW
 *            1 -> ALLOW                                        41 when args[0] == 0x28 -> ERRNO(97)
 *            41 when args[0] == 0x28 -> ERRNO(97)              otherwise -> ERRNO(1)
 *            60 -> ALLOW
 *            2 -> ALLOW
 *            otherwise -> ERRNO(1)
 *
 * A person writes a policy call by call, but a filter tests ranges. The 309 calls that Docker's profile allows on
 * x86_64 are 31 ranges of numbers, with as many gaps between and above them. Two rules may become one where the rules
 * between them permit it. `gather` decides that, and its comment says where it is weak. This file says which rules
 * belong together: those with the same verdict under the same condition. Their numbers become one set, and
 * neighbouring numbers of the set become ranges.
 *
 * Two conditions count as the same where they have the same form.
 */
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { canonical, gather, mapSections, predicateKey, U32 } from '@seccompile/rules'
import type { Rule } from '@seccompile/rules'

const verdictAndCondition = ({ verdict, when }: Rule): string => `${verdict} ${predicateKey(when)}`

function join(group: readonly Rule[]): Rule {
  const numbers = group.flatMap((rule) => rule.numbers)
  return { ...group[0]!, numbers: canonical(U32, numbers) }
}

/** Joins rules that differ only in their numbers, where first match allows it. */
export const mergeRanges: Pass<'rules', 'rules', 'merge-ranges'> = definePass({
  name: 'merge-ranges',
  from: 'rules',
  to: 'rules',
  summary: 'joins rules that differ only in their numbers, and neighbouring numbers to ranges',
  cost: { insns: 'never-more', idempotent: true },
  run: (rules) =>
    mapSections(rules, (section) => {
      const joined = gather(section.rules, verdictAndCondition, join)
      return joined === section.rules ? section : { ...section, rules: joined }
    }),
})
