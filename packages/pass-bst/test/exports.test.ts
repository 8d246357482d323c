import { expect, it } from 'vitest'
import * as passBst from '@seccompile/pass-bst'

it('exports exactly its public names', () => {
  expect(Object.keys(passBst)).toEqual(['bst'])
})
