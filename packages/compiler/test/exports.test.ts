import { expect, it } from 'vitest'
import * as compiler from '@seccompile/compiler'

it('exports exactly its public names', () => {
  expect(Object.keys(compiler).sort()).toEqual([
    'DEFAULT_PRESET', 'callName', 'compile', 'compileRules', 'cost', 'isPresetName', 'passes', 'presets',
    'provedDifference', 'weighKnownCalls',
  ]) // prettier-ignore
})
