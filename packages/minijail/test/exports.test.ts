import { expect, it } from 'vitest'
import * as minijail from '@seccompile/minijail'

it('exports exactly its public names', () => {
  expect(Object.keys(minijail).sort()).toEqual([
    'MAX_INCLUDE_DEPTH',
    'MAX_POLICY_LENGTH',
    'MAX_RULES',
    'isMinijail',
    'parseMinijail',
    'writeMinijail',
  ])
})
