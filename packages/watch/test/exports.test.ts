import * as watch from '@seccompile/watch'
import { expect, it } from 'vitest'

it('exports exactly its public names', () => {
  expect(Object.keys(watch).sort()).toEqual(['record', 'recordByStrace', 'watch'])
})
