import * as abi from '@seccompile/abi'
import * as cbpf from '@seccompile/cbpf'
import * as interpreter from '@seccompile/interpreter'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const program = cbpf.program([{ code: abi.BPF.RET_K, jt: 0, jf: 0, k: abi.verdictOf('ALLOW') }])
const call = abi.seccompData({ nr: 0, arch: abi.AUDIT_ARCH.X86_64 })

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(interpreter, {
      runWords: [program, abi.dataWords(call), mayOmit('little'), mayOmit()],
      meaning: [program, call, mayOmit('little')],
      run: [program, call, mayOmit('little')],
      trace: [program, call, mayOmit('little')],
      coverage: [program, [call], mayOmit('little')],
      attachSteps: [program, [{ arch: 1, count: 1 }]],
      constAllow: [program, 1, 1],
      constVerdict: [program, 1, 1],
      isConstAllow: [program, 1, 1],
      evaluator: [program, mayOmit('little')],
      numberRuns: [program, 1, [1], mayOmit('little')],
    }),
  ).toEqual([])
})
