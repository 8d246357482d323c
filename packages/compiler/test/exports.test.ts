import { expect, it } from 'vitest'
import * as compiler from '@seccompile/compiler'

it('exports exactly its public names', () => {
  expect(Object.keys(compiler).sort()).toEqual([
    'BITMAP_KERNEL', 'DEFAULT_PIPELINE', 'MAX_INSN_COST', 'OBJECTIVES', 'compile', 'compileRules', 'compileStack', 'cost',
    'insnsNeeded', 'isObjectiveKind', 'isPipelineName', 'longestPath', 'objectiveOf', 'optimize', 'passes', 'pipelines',
    'provedDifference', 'weighKnownCalls',
  ]) // prettier-ignore
})
