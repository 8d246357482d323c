import * as rules from '@seccompile/rules'
import { rule, rules as ruleSetOf } from '@seccompile/rules/test-makers'
import { abiTable } from '@seccompile/syscalls'
import * as notation from '@seccompile/notation'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const ruled = ruleSetOf(rule(0, 1))
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
