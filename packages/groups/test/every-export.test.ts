import * as groups from '@seccompile/groups'
import { wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(groups, {
      groupOf: ['sockets'],
      groupsOf: ['read'],
    }),
  ).toEqual([])
})
