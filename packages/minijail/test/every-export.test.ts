import { rule, rules as ruleSetOf } from '@seccompile/rules/test-makers'
import { abiTable } from '@seccompile/syscalls'
import * as minijail from '@seccompile/minijail'
import { wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const ruled = ruleSetOf(rule(0, 1))
const x86_64 = abiTable('x86_64')
const file = { file: 'f' }
const forAbis = { abis: [x86_64] }

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(minijail, {
      parseMinijail: ['read: 1\n', file],
      isMinijail: ['read'],
      writeMinijail: [ruled, forAbis],
    }),
  ).toEqual([])
})
