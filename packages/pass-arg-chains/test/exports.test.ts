import { expect, it } from 'vitest'
import * as passArgChains from '@seccompile/pass-arg-chains'

it('exports exactly its public names', () => {
  expect(Object.keys(passArgChains)).toEqual(['argChains'])
})
