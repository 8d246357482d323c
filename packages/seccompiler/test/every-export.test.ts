import { rule, rules as ruleSetOf } from '@seccompile/rules/test-makers'
import { abiTable } from '@seccompile/syscalls'
import * as seccompiler from '@seccompile/seccompiler'
import { wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const ruled = ruleSetOf(rule(0, 1))
const x86_64 = abiTable('x86_64')
const file = { file: 'f' }
const forAbis = { abis: [x86_64] }

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(seccompiler, {
      isSeccompiler: ['read'],
      parseSeccompiler: ['{"main":{"default_action":"allow","filter_action":"trap","filter":[]}}', file],
      writeSeccompiler: [ruled, forAbis],
    }),
  ).toEqual([])
})
