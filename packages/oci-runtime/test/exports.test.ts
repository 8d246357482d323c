import * as ociRuntime from '@seccompile/oci-runtime'
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
