import * as abi from '@seccompile/abi'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const call = abi.seccompData({ nr: 0, arch: abi.AUDIT_ARCH.X86_64 })
const INNER = unchecked('runs for every instruction, node or value of what another function has checked')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(abi, {
      argHigh: [1],
      argLow: [1],
      checkData: [call],
      dataFromWords: [abi.dataWords(call)],
      dataWords: [call],
      isBig: ['little'],
      seccompData: [{ nr: 0, arch: 1 }],
      wordAt: [1, 'little'],
      wordName: [0],
      wordOffset: [0, 'little'],
      actionOf: [0],
      dataOf: [0],
      strengthOf: [0],
      strictnessOf: [0],
      verdictName: [0],
      verdictOf: ['ALLOW', mayOmit()],
      letsRun: [0],
      refuses: [0],
      passes: INNER,
      auditArchName: [1],
      auditRecords: [''],
    }),
  ).toEqual([])
})
