import * as recording from '@seccompile/recording'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'
import { HEAD } from './samples.ts'

it('refuses wrong values of every argument by a message of ours', async () => {
  const counts = recording.recordingCounts()
  const text = [...recording.recordingLines(HEAD, counts)].join('')
  const lines = (...args: Parameters<typeof recording.recordingLines>): readonly string[] => [
    ...recording.recordingLines(...args),
  ]
  expect(
    await wrongValueFaults(
      { ...recording, recordingLines: lines },
      {
        countedArguments: ['x86_64', 'socket'],
        isRecording: [text],
        readRecording: [text, mayOmit()],
        recordingCounts: [],
        recordingLines: [HEAD, counts],
        recordingReader: [mayOmit()],
        sumHeads: [HEAD, HEAD],
      },
    ),
  ).toEqual([])
})

it('refuses wrong values of the methods of counts and readers by a message of ours', async () => {
  const { add, addRow } = recording.recordingCounts()
  const { push } = recording.recordingReader()
  expect(
    await wrongValueFaults(
      { add, addRow, push },
      {
        add: [new Uint32Array(16), mayOmit()],
        addRow: [{ abi: 'x86_64', count: 1 }],
        push: [''],
      },
    ),
  ).toEqual([])
})
