import { expect, it } from 'vitest'
import * as exported from '@seccompile/pass-lift'

it('exports exactly its public names', () => {
  expect(Object.keys(exported)).toEqual(['lift'])
})
