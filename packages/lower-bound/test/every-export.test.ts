import { rule, rules as ruleSetOf } from '@seccompile/rules/test-makers'
import * as lowerBound from '@seccompile/lower-bound'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const ruled = ruleSetOf(rule(0, 1))

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(lowerBound, {
      lowerBound: [ruled, { weigh: () => 1, effort: 'max' }, mayOmit()],
    }),
  ).toEqual([])
})
