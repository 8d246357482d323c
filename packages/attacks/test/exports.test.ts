import { expect, it } from 'vitest'
import * as attacks from '@seccompile/attacks'

it('exports exactly its public names', () => {
  expect(Object.keys(attacks).sort()).toEqual([
    'ATTACK_VERDICTS',
    'allOf',
    'anyOf',
    'attackRecords',
    'clause',
    'judgeAttacks',
    'noCall',
    'noRecordText',
    'onCompatAbis',
    'recordNamed',
    'socketOf',
    'socketOption',
    'userNamespace',
  ])
})
