import { describe, expect, it } from 'vitest'
import { bundleSize, ONE_ABI, WITHOUT_NAMES } from '../src/bundle-size.ts'

describe('a bundle of the builder and the compiler', () => {
  it('is at most 120 kB, gzipped, with the names of one ABI', async () => {
    const { gzipped, parts } = await bundleSize(ONE_ABI)
    expect(parts.map(([name]) => name)).toEqual(
      expect.arrayContaining(['policy', 'compiler', 'signatures', 'constants']),
    )
    expect(gzipped).toBeGreaterThan(50_000)
    expect(gzipped).toBeLessThan(120_000)
  })

  it('holds no names of arguments where it does not use them', async () => {
    const { parts } = await bundleSize(WITHOUT_NAMES)
    // The functions that look up a signature, and no table of signatures.
    expect(new Map(parts).get('signatures')).toBeLessThan(2000)
  })
})
