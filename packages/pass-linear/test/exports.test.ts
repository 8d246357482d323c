import { expect, it } from 'vitest'
import * as passLinear from '@seccompile/pass-linear'

it('exports exactly its public names', () => {
  expect(Object.keys(passLinear)).toEqual(['linear'])
})
