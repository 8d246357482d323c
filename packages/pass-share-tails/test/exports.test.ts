import { expect, it } from 'vitest'
import * as exported from '@seccompile/pass-share-tails'

it('exports exactly its public names', () => {
  expect(Object.keys(exported)).toEqual(['shareTails'])
})
