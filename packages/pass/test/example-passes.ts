/** Passes for the tests of the manager, too small to be of use. */
import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { decisionBuilder } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { ALWAYS } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'

const ALLOW = verdictOf('ALLOW')
/** Three rules. */
export const input: RuleSet = Object.freeze({
  sections: [
    {
      arch: AUDIT_ARCH.X86_64,
      rules: [0, 1, 2].map((nr) => ({ numbers: [{ lo: nr, hi: nr }], when: ALWAYS, verdict: ALLOW })),
      otherwise: 0,
    },
  ],
  badArch: 0,
})

/** Drops the last rule while there is more than one: not sound, but it settles. */
export const dropLast: Pass<'rules', 'rules'> = definePass({
  name: 'drop-last',
  from: 'rules',
  to: 'rules',
  summary: 'drops the last rule',
  run(rules) {
    const [section] = rules.sections
    if (section === undefined || section.rules.length < 2) return rules
    return { ...rules, sections: [{ ...section, rules: section.rules.slice(0, -1) }] }
  },
})
/** A pass that changes nothing. */
export const keep: Pass<'rules', 'rules'> = definePass({
  name: 'keep',
  from: 'rules',
  to: 'rules',
  summary: 'does nothing',
  run: (rules) => rules,
})
/** A pass that yields ALLOW for every input. */
export const forget: Pass<'rules', 'decision'> = definePass({
  name: 'forget',
  from: 'rules',
  to: 'decision',
  summary: 'allows all',
  run: (): Decision => decisionBuilder().verdict(ALLOW),
})

/** A pass that yields a new rule set equal to its input, so a fixpoint of it never settles. */
export const restless: Pass<'rules', 'rules'> = definePass({
  name: 'restless',
  from: 'rules',
  to: 'rules',
  summary: 'copies',
  run: (rules) => ({ ...rules }),
})

/** A pass that throws. */
export const failing: Pass<'rules', 'rules'> = definePass({
  name: 'failing',
  from: 'rules',
  to: 'rules',
  summary: 'throws',
  run: () => {
    throw new Error('lost')
  },
})
