import { expect, it } from 'vitest'
import * as bound from '@seccompile/lower-bound'

it('exports exactly its public names', () => {
  expect(Object.keys(bound)).toEqual(['lowerBound'])
})
