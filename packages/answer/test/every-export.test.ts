import * as answer from '@seccompile/answer'
import { unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

it('refuses wrong values of every argument by a message of ours', async () => {
  const words = unchecked('it carries its words, and reads none')
  expect(await wrongValueFaults(answer, { note: words, notDecided: words, undecided: words })).toEqual([])
})
