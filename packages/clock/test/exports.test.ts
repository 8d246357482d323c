import * as clock from '@seccompile/clock'
import { expect, it } from 'vitest'

it('exports exactly its public names', () => {
  expect(Object.keys(clock).sort()).toEqual([
    'NO_FILTER',
    'RET_ALLOW',
    'bench',
    'benchAttach',
    'benchVerdict',
    'callsNotMade',
    'getppidCall',
    'isHarmless',
    'isTimeable',
    'machineNow',
    'noisePercent',
    'noiseText',
    'progress',
    'stagedProgress',
  ])
})
