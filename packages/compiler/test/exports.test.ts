import { expect, it } from 'vitest'
import * as compiler from '@seccompile/compiler'

it('exports exactly its public names', () => {
  expect(Object.keys(compiler).sort()).toEqual([
    'BITMAP_KERNEL', 'DEFAULT_PIPELINE', 'GOALS', 'MAX_ARGUMENT_LISTS', 'MAX_INSN_COST', 'OBJECTIVES', 'candidates', 'compile',
    'compileRules', 'compileStack', 'cost', 'goals', 'isObjectiveKind', 'isPipelineName', 'longestPath',
    'objectiveOf', 'optimize', 'passes', 'pipelineOptions', 'pipelines', 'provedDifference', 'reproTarget', 'tryCompile',
    'tryCompileRules', 'weighKnownCalls', 'weighOfRepro',
  ]) // prettier-ignore
})
