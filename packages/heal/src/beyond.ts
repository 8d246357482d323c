import { SECCOMP_RET } from '@seccompile/abi'
import type { Rule, RuleSet } from '@seccompile/rules'
import { expectList, expectObject } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import type { RefusedSeenCall } from './edit/find-steps.ts'
import { samePredicate } from './seen/registers.ts'

/** `rules`, which also allow the seen calls of `healed`, and nothing else. What an edit changes beyond them, it opens unasked. */
export function allowingSeen(rules: RuleSet, healed: readonly RefusedSeenCall[]): RuleSet {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectList(healed, 'healed', 'refused')
  const seen = healed.flatMap(({ refused }) => refused)
  return {
    ...rules,
    sections: rules.sections.map((section) => ({
      ...section,
      rules: [
        ...seen
          .filter(({ abi }) => signedAbiTable(abi).auditArch === section.arch)
          .map(({ abi, name, nr, values }): Rule => ({
            numbers: [{ lo: nr, hi: nr }],
            when: samePredicate({ abi, name }, values),
            verdict: SECCOMP_RET.ALLOW,
          })),
        ...section.rules,
      ],
    })),
  }
}
