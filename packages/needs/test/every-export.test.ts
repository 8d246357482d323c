import * as needs from '@seccompile/needs'
import { rule, rules as ruleSetOf } from '@seccompile/rules/test-makers'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { signedAbiTable } from '@seccompile/signatures'
import { expect, it } from 'vitest'
import { recorded } from './recordings.ts'

const recordings = [recorded('start', ['read'])]
const abis = [signedAbiTable('x86_64')]

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(needs, {
      baseOf: ['base', ruleSetOf(rule(0, 1)), abis],
      ledger: [recordings],
      needsOf: [recordings, mayOmit({}), mayOmit({ name: 'base', allowances: [] })],
      notKnownLines: [needs.needsOf(recordings).notKnown, 80],
      seenAbis: [recordings],
    }),
  ).toEqual([])
})
