import { describe, expect, it } from 'vitest'
import {
  argHigh,
  argLow,
  AUDIT_ARCH,
  dataFromWords,
  dataWords,
  seccompData,
  wordAt,
  wordName,
  wordOffset,
  type Word,
} from '@seccompile/abi'

const words = Array.from({ length: 16 }, (_, w) => w as Word)

describe('words of seccomp_data', () => {
  it('lie where struct seccomp_data has them on little endian', () => {
    expect(words.map((w) => wordOffset(w, 'little'))).toEqual(words.map((w) => 4 * w))
  })

  it('swap the halves of 64-bit fields, and only those, on big endian', () => {
    expect(words.map((w) => wordOffset(w, 'big'))).toEqual([
      0, 4, 12, 8, 20, 16, 28, 24, 36, 32, 44, 40, 52, 48, 60, 56,
    ])
  })

  it('are found again from their offset', () => {
    for (const endianness of ['little', 'big'] as const)
      for (const w of words) expect(wordAt(wordOffset(w, endianness), endianness)).toBe(w)
  })

  it.each([-4, 1, 2, 3, 63, 64, 68])('has no word at offset %i', (k) => {
    expect(wordAt(k, 'little')).toBeUndefined()
  })

  it('keep all bits on the way there and back', () => {
    const data = seccompData({
      nr: -1,
      arch: AUDIT_ARCH.X86_64,
      instruction_pointer: 0xffff_ffff_0000_0001n,
      args: [1n, 0x8000_0000_0000_0000n, 0xffff_ffff_ffff_ffffn, 0n, 0x1_0000_0000n, 0xdead_beefn],
    })
    expect(data.nr).toBe(0xffff_ffff)
    expect(dataFromWords(dataWords(data))).toEqual(data)
    expect(dataWords(data)[argHigh(1)]).toBe(0x8000_0000)
    expect(dataWords(data)[argLow(5)]).toBe(0xdead_beef)
  })

  it('are named as people read them', () => {
    expect(words.map(wordName)).toEqual([
      'nr', 'arch', 'ip.low', 'ip.high',
      'args[0].low', 'args[0].high', 'args[1].low', 'args[1].high', 'args[2].low', 'args[2].high',
      'args[3].low', 'args[3].high', 'args[4].low', 'args[4].high', 'args[5].low', 'args[5].high',
    ]) // prettier-ignore
  })
})
