import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 } from '../src/sha256.ts'

it('is what the platform computes, at every length around a block', () => {
  const lengths = [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128]
  const node = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
  for (const length of lengths) {
    const bytes = Uint8Array.from({ length }, (_, i) => i * 7)
    expect(sha256(bytes)).toBe(node(bytes))
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => sha256(bytes) === node(bytes)))
})
