import { expect, it } from 'vitest'
import * as interpreter from '@seccompile/interpreter'

it('exports exactly its public names', () => {
  expect(Object.keys(interpreter).sort()).toEqual([
    'attachSteps',
    'constAllow',
    'constVerdict',
    'coverage',
    'evaluator',
    'isConstAllow',
    'meaning',
    'numberRuns',
    'run',
    'runWords',
    'trace',
  ])
})
