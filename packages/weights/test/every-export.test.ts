import * as weights from '@seccompile/weights'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(weights, {
      parseWeights: ['{"read":1}', mayOmit()],
      argumentShares: [{ read: [{ args: [1n], count: 1 }] }],
      callShares: [{ read: 1 }],
    }),
  ).toEqual([])
})
