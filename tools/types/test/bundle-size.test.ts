import { describe, expect, it } from 'vitest'
import { bundleSize, ONE_ABI, WITHOUT_NAMES } from '../src/bundle-size.ts'

describe('a bundle of the builder and the compiler', () => {
  it('is at most 119 kB, gzipped, with the names of one ABI', async () => {
    const { gzipped, parts } = await bundleSize(ONE_ABI)
    expect(parts.map(([name]) => name)).toEqual(
      expect.arrayContaining(['policy', 'compiler', 'signatures', 'constants']),
    )
    expect(gzipped).toBeGreaterThan(50_000)
    expect(gzipped).toBeLessThan(119_000)
  })

  it('holds no names of arguments where it does not use them', async () => {
    const { parts } = await bundleSize(WITHOUT_NAMES)
    expect(parts.map(([name]) => name)).not.toContain('signatures')
  })
})
