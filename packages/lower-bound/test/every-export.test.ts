import * as abi from '@seccompile/abi'
import * as rules from '@seccompile/rules'
import * as lowerBound from '@seccompile/lower-bound'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const ruled = rules.ruleSet({
  sections: [
    {
      arch: abi.AUDIT_ARCH.X86_64,
      rules: [{ numbers: [{ lo: 0, hi: 1 }], when: rules.ALWAYS, verdict: 0 }],
      otherwise: 1,
    },
  ],
  badArch: 0,
})

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(lowerBound, {
      lowerBound: [ruled, { weigh: () => 1, effort: 'max' }, mayOmit()],
    }),
  ).toEqual([])
})
