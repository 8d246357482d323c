import { expect, it } from 'vitest'
import * as passSort from '@seccompile/pass-sort'

it('exports exactly its public names', () => {
  expect(Object.keys(passSort)).toEqual(['sort'])
})
