import { expect, it } from 'vitest'
import * as matchers from '@seccompile/matchers'

it('exports exactly its public names', () => {
  expect(Object.keys(matchers).sort()).toEqual(['readFilterFile', 'seccompMatchers'])
})
