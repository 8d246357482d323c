import * as filters from '@seccompile/filters'
import { filter } from '@seccompile/filters/no-network'
import { unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'
import { modules } from './every-filter.ts'

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(await wrongValueFaults(filters, { checkedBytes: [filter] })).toEqual([])
})

it.each(modules)(
  'refuses wrong values of every argument of `/%s` by a message of ours',
  async (_name, module) => {
    expect(
      await wrongValueFaults(module, { filterFor: ['x86_64'], loadNote: unchecked('it takes nothing') }),
    ).toEqual([])
  },
)
