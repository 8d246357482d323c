import { expect, it } from 'vitest'
import * as seccompile from 'seccompile'

it('exports exactly its public names', () => {
  expect(Object.keys(seccompile).sort()).toEqual([
    'DEFAULT_PIPELINE', 'OBJECTIVES', 'callName', 'compile', 'compileRules', 'compileStack', 'cost', 'isObjectiveKind',
    'isPipelineName', 'longestPath', 'objectiveOf', 'optimize', 'passes', 'pipelines', 'weighKnownCalls',
  ]) // prettier-ignore
})
