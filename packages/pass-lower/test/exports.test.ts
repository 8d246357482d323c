import { expect, it } from 'vitest'
import * as exported from '@seccompile/pass-lower'

it('exports exactly its public names', () => {
  expect(Object.keys(exported)).toEqual(['lower'])
})
