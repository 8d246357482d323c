import * as exported from '@seccompile/pass-arg-chains'
import { expect, it } from 'vitest'

it('exports exactly its public names', () => {
  expect(Object.keys(exported)).toEqual(['argChains'])
})
