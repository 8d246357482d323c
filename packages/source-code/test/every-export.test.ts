import * as abi from '@seccompile/abi'
import * as cbpf from '@seccompile/cbpf'
import * as sourceCode from '@seccompile/source-code'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const program = cbpf.program([{ code: abi.BPF.RET_K, jt: 0, jf: 0, k: abi.verdictOf('ALLOW') }])

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(sourceCode, {
      writeSource: ['c', [program], { endianness: 'little' }],
      identifierProblem: ['c', 'read'],
      readSource: ['{ { 0x6, 0, 0, 0x0 } }', mayOmit()],
      sourceKind: ['read'],
    }),
  ).toEqual([])
})
