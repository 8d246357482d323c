import * as signatures from '@seccompile/signatures'
import { wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const x86_64 = signatures.signedAbiTable('x86_64')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(signatures, {
      argumentsInC: [x86_64, 'read'],
      argumentOf: [x86_64, 'read', 'read'],
      signatureOf: [x86_64, 'read'],
      signedAbiTable: ['x86_64'],
    }),
  ).toEqual([])
})
