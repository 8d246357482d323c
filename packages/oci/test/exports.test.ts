import { expect, it } from 'vitest'
import * as oci from '@seccompile/oci'

it('exports exactly its public names', () => {
  expect(Object.keys(oci).sort()).toEqual([
    'MAX_PROFILE_DEPTH',
    'MAX_PROFILE_LENGTH',
    'parseProfile',
    'profileAbis',
  ])
})
