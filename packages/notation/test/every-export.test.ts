import * as abi from '@seccompile/abi'
import * as rules from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import * as notation from '@seccompile/notation'
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
const x86_64 = abiTable('x86_64')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(notation, {
      clausesOf: [rules.ALWAYS, 64, mayOmit()],
      cubesBetween: [{ lo: 0n, hi: 1n }, 1n],
      express: [ruled, [x86_64], { hasVerdict: () => true, clauses: () => [] }],
      lossText: [{ kind: 'default', verdict: 0 }, 'read'],
      lossTexts: [[], 'read'],
      namedCalls: [ruled, [x86_64]],
      abiLosses: [ruled, [x86_64], 0, mayOmit(0)],
      siblings: [[x86_64]],
      verdictsOn: [ruled, x86_64],
    }),
  ).toEqual([])
})
