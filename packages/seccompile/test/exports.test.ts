import { expect, it } from 'vitest'
import * as seccompile from 'seccompile'

it('exports exactly its public names', () => {
  expect(Object.keys(seccompile).sort()).toEqual([
    'DEFAULT_PRESET', 'OBJECTIVES', 'callName', 'compile', 'compileRules', 'compileStack', 'cost', 'isObjectiveKind',
    'isPresetName', 'longestPath', 'objectiveOf', 'optimize', 'passes', 'presets', 'weighKnownCalls',
  ]) // prettier-ignore
})
