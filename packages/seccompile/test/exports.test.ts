import { expect, it } from 'vitest'
import * as seccompile from 'seccompile'

it('exports exactly its public names', () => {
  expect(Object.keys(seccompile).sort()).toEqual([
    'DEFAULT_PRESET', 'callName', 'compile', 'compileRules', 'cost', 'isPresetName', 'passes', 'presets',
    'weighKnownCalls',
  ]) // prettier-ignore
})
