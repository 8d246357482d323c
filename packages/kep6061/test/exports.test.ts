import { expect, it } from 'vitest'
import * as kep6061 from '@seccompile/kep6061'
import * as arbitrary from '@seccompile/kep6061/arbitrary'

it('exports exactly its public names', () => {
  expect(Object.keys(kep6061).sort()).toEqual(['checkArtifact', 'judgeMerge', 'mergeProfiles'])
})

it('exports exactly the public names of its random profiles', () => {
  expect(Object.keys(arbitrary).sort()).toEqual(['arbitraryMerge', 'checkMerge'])
})
