import { expect, it } from 'vitest'
import * as exported from '@seccompile/pass-redundant-loads'

it('exports exactly its public names', () => {
  expect(Object.keys(exported)).toEqual(['redundantLoads'])
})
