import { expect, it } from 'vitest'
import * as prover from '@seccompile/prover'

it('exports exactly its public names', () => {
  expect(Object.keys(prover).sort()).toEqual([
    'STACK_LIMITS',
    'UndecidedError',
    'asRules',
    'changes',
    'decided',
    'difference',
    'digest',
    'equal',
    'inquire',
    'intersect',
    'isUndecided',
    'meaningOf',
    'regions',
    'solve',
    'stackVerdict',
    'subset',
  ])
})
