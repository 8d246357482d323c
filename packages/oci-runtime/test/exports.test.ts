import * as ociRuntime from '@seccompile/oci-runtime'
import * as kep6061 from '@seccompile/oci-runtime/kep6061'
import * as arbitrary from '@seccompile/oci-runtime/kep6061/arbitrary'
import { expect, it } from 'vitest'

it('exports exactly its public names', () => {
  expect(Object.keys(ociRuntime).sort()).toEqual([
    'LIBSECCOMP_VERSIONS',
    'RUNTIMES',
    'causesOf',
    'claimedChanges',
    'loads',
    'safeProfile',
  ])
})

it('exports exactly the public names of merges', () => {
  expect(Object.keys(kep6061).sort()).toEqual(['checkArtifact', 'judgeMerge', 'mergeProfiles'])
})

it('exports exactly the public names of random merges', () => {
  expect(Object.keys(arbitrary).sort()).toEqual(['arbitraryMerge', 'checkMerge'])
})
