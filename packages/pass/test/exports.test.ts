import { expect, it } from 'vitest'
import * as pass from '@seccompile/pass'

it('exports exactly its public names', () => {
  expect(Object.keys(pass).sort()).toEqual([
    'DENIED_WEIGHT', 'EFFORTS', 'LEVELS', 'PassError', 'bisect', 'checkMeaning', 'createMemo', 'definePass', 'exportedPasses', 'fixpoint', 'fixpointOf', 'irFromJson',
    'irToJson', 'levelFunctions', 'leveledIr', 'parsePipeline', 'parseReproducer',
    'pipeline', 'pipelineOf', 'pipelineText', 'printIr', 'printReproducer', 'reproducer', 'runPass', 'sizes', 'timing', 'tryPass',
    'verifyEach',
  ]) // prettier-ignore
})
