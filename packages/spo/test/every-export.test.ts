import { rule, rules as ruleSetOf } from '@seccompile/rules/test-makers'
import { abiTable } from '@seccompile/syscalls'
import * as spo from '@seccompile/spo'
import { wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const ruled = ruleSetOf(rule(0, 1))
const x86_64 = abiTable('x86_64')
const file = { file: 'f' }
const forAbis = { abis: [x86_64] }

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(spo, {
      isSpo: ['read'],
      parseSpo: [
        'apiVersion: security-profiles-operator.x-k8s.io/v1\nkind: SeccompProfile\nspec: { defaultAction: SCMP_ACT_ALLOW }\n',
        file,
      ],
      writeSpo: [ruled, forAbis],
    }),
  ).toEqual([])
})
