import { BPF, verdictOf } from '@seccompile/abi'
import * as clock from '@seccompile/clock'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const filter = {
  name: 'mine',
  programs: [[{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }]],
}
const call = { name: 'getppid', calls: [{ nr: 110 }] }
const INNER = unchecked('attaches filters or starts a process: options.test.ts')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(clock, {
      bench: INNER,
      benchAttach: INNER,
      benchVerdict: [filter, call],
      callsNotMade: [[filter], [call]],
      getppidCall: [],
      isHarmless: [call],
      isTimeable: [call],
      machineNow: [],
      noisePercent: [{ mean: 0, worst: 0 }],
      noiseText: [[], {}],
      progress: [{ err: () => {}, errIsTerminal: false }, 'bench', 'turns', mayOmit(() => 0)],
      stagedProgress: [{ err: () => {}, errIsTerminal: false }, 'turns'],
    }),
  ).toEqual([])
})
