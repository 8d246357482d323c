import * as abi from '@seccompile/abi'
import * as cbpf from '@seccompile/cbpf'
import * as seccompTools from '@seccompile/seccomp-tools'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const program = cbpf.program([{ code: abi.BPF.RET_K, jt: 0, jf: 0, k: abi.verdictOf('ALLOW') }])

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(seccompTools, {
      isSeccompTools: ['read'],
      parseSeccompTools: ['return ALLOW', mayOmit()],
      printSeccompTools: [program, mayOmit()],
      printSeccompToolsListing: [program, mayOmit()],
      heldProgram: [program],
    }),
  ).toEqual([])
})
