import { expect, it } from 'vitest'
import * as recording from '@seccompile/recording'

it('exports exactly its public names', () => {
  expect(Object.keys(recording).sort()).toEqual([
    'RECORDING_FORMAT', 'RECORDING_VERSION', 'countedArguments', 'isRecording', 'readRecording', 'recordingCounts',
    'recordingLines', 'recordingReader', 'sumHeads',
  ]) // prettier-ignore
})
