import * as abi from '@seccompile/abi'
import * as cbpf from '@seccompile/cbpf'
import * as prover from '@seccompile/prover'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const program = cbpf.program([{ code: abi.BPF.RET_K, jt: 0, jf: 0, k: abi.verdictOf('ALLOW') }])
const call = abi.seccompData({ nr: 0, arch: abi.AUDIT_ARCH.X86_64 })
const subject = { level: 'program', ir: program } as const

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(prover, {
      difference: [subject, subject, mayOmit()],
      digest: [subject, mayOmit()],
      equal: [subject, subject, mayOmit()],
      subset: [subject, subject, mayOmit()],
      regions: [subject, mayOmit()],
      changes: [subject, subject, mayOmit()],
      asRules: [subject, mayOmit()],
      inquire: [subject, mayOmit()],
      intersect: [subject, subject, mayOmit()],
      solve: [subject, 'ALLOW', mayOmit(), mayOmit()],
      meaningOf: [subject, call, 'little'],
      stackVerdict: [[0]],
      isUndecided: [new Error('e')],
      decided: [() => 0],
    }),
  ).toEqual([])
})
