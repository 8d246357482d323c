import { arbitraryMerge, checkMerge } from '@seccompile/oci-runtime/kep6061/arbitrary'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it('is a subset of each input, and what it denies beyond them is told', () => {
  let checked = 0
  const runs = 300
  fc.assert(
    fc.property(arbitraryMerge(), (given) => {
      if (checkMerge(given)) checked += 1
    }),
    { numRuns: runs },
  )
  expect(checked).toBeGreaterThan(runs / 4) // for the others, libseccomp has no answer
})
