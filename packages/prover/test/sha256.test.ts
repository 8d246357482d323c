import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 } from '../src/sha256.ts'

it('is what the platform computes, at every length around a block', () => {
  const platform = (words: readonly number[]): string => {
    const bytes = new DataView(new ArrayBuffer(words.length * 4))
    words.forEach((word, i) => {
      bytes.setUint32(4 * i, word)
    })
    return createHash('sha256').update(bytes).digest('hex')
  }
  for (const length of [0, 1, 12, 13, 14, 15, 16, 17, 29, 30, 31, 32]) {
    const words = Array.from({ length }, (_, i) => Math.imul(i, 0x9e37_79b1))
    expect(sha256(words)).toBe(platform(words))
  }
  const word = fc.oneof(fc.integer(), fc.nat(0xffff_ffff))
  fc.assert(fc.property(fc.array(word, { maxLength: 80 }), (words) => sha256(words) === platform(words)))
})
