import * as abi from '@seccompile/abi'
import * as rules from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import * as minijail from '@seccompile/minijail'
import { wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const ruled = rules.ruleSet({
  sections: [
    {
      arch: abi.AUDIT_ARCH.X86_64,
      rules: [{ numbers: [{ lo: 0, hi: 1 }], when: rules.ALWAYS, verdict: 0 }],
      otherwise: 1,
    },
  ],
  badArch: 0,
})
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
