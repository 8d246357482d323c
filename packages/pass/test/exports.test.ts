import { expect, it } from 'vitest'
import * as pass from '@seccompile/pass'

it('exports exactly its public names', () => {
  expect(Object.keys(pass).sort()).toEqual([
    'LEVELS', 'PassError', 'checkFacts', 'definePass', 'fixpoint', 'fixpointOf', 'levelFunctions', 'parsePipeline',
    'pipeline', 'pipelineOf', 'pipelineText', 'runPass', 'sizes', 'verifyEach',
  ]) // prettier-ignore
})
