import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import * as textLayout from '@seccompile/text-layout'
import { expect, it } from 'vitest'

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(textLayout, {
      inColumns: [['a'], ' ', 40],
      markdownCode: ['a'],
      markdownRows: [['a'], [['b']]],
      markdownText: ['a'],
      jsonText: unchecked('every value is JSON, or is left out'),
      printableLine: ['a'],
      shellLine: [['a']],
      shellWord: ['a'],
      formatNumber: [1],
      markdownTable: [['a'], [['b']]],
      table: [['a'], [['b']]],
      wrapped: ['a', ['b'], ' ', mayOmit(40)],
      wrappedText: ['a', 'b', ' ', 40],
    }),
  ).toEqual([])
})
