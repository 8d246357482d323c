import { expect, it } from 'vitest'
import * as passMergeRanges from '@seccompile/pass-merge-ranges'

it('exports exactly its public names', () => {
  expect(Object.keys(passMergeRanges)).toEqual(['mergeRanges'])
})
