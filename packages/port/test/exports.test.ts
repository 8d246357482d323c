import { expect, it } from 'vitest'
import * as port from '@seccompile/port'

it('exports exactly its public names', () => {
  expect(Object.keys(port).sort()).toEqual([
    'judgedPort',
    'port',
    'reasonText',
    'sourceText',
    'withoutSuccessor',
  ])
})
