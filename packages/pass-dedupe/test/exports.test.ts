import { expect, it } from 'vitest'
import * as passDedupe from '@seccompile/pass-dedupe'

it('exports exactly its public names', () => {
  expect(Object.keys(passDedupe)).toEqual(['dedupe'])
})
