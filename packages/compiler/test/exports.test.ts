import { expect, it } from 'vitest'
import * as compiler from '@seccompile/compiler'

it('exports exactly its public names', () => {
  expect(Object.keys(compiler).sort()).toEqual([
    'DEFAULT_PRESET', 'MAX_INSN_COST', 'OBJECTIVES', 'compile', 'compileRules', 'compileStack', 'cost',
    'insnsNeeded', 'isObjectiveKind', 'isPresetName', 'longestPath', 'objectiveOf', 'optimize', 'passes', 'presets',
    'provedDifference', 'weighKnownCalls',
  ]) // prettier-ignore
})
