import { BPF, verdictOf } from '@seccompile/abi'
import * as filter from '@seccompile/filter'
import { policy, resolve } from '@seccompile/policy'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { signedAbiTable } from '@seccompile/signatures'
import { expect, it } from 'vitest'

const abis = [signedAbiTable('x86_64')] as const
const program = [{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }]
const mine = policy({ default: 'deny' })
const raw = filter.programFilter('raw', program, abis)
const NAME = unchecked('a name is shown, and never read')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(filter, {
      policyFilter: [NAME, { policy: mine }, { abis }, mayOmit()],
      programFilter: [NAME, program, abis],
      rulesFilter: [NAME, resolve(mine, { abis }).rules, abis, mayOmit()],
      stackFilter: [NAME, [raw.subject], abis],
      testedAbis: [raw, abis],
      usualAbi: ['little'],
      withTestedAbis: [raw],
    }),
  ).toEqual([])
})
