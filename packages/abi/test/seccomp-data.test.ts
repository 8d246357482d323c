import { describe, expect, it } from 'vitest'
import {
  argHigh,
  argLow,
  AUDIT_ARCH,
  checkData,
  dataFromWords,
  dataWords,
  seccompData,
  type SeccompData,
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

describe('a call', () => {
  const call: SeccompData = seccompData({ nr: 1, arch: AUDIT_ARCH.X86_64 })
  const args = (first: bigint): SeccompData => ({ ...call, args: [first, 0n, 0n, 0n, 0n, 0n] })

  it('takes signed numbers, with the bits that they have in C', () => {
    const made = seccompData({ nr: -0x8000_0000, arch: 1, instruction_pointer: -1n, args: [-(2n ** 63n)] })
    expect([made.nr, made.instruction_pointer, made.args[0]]).toEqual([2 ** 31, 2n ** 64n - 1n, 2n ** 63n])
  })

  it('refuses numbers that do not fit, and cuts none', () => {
    const error = 'expected a bigint, 0n to 2n ** 64n - 1n; got'
    expect(() => seccompData({ nr: 1, arch: 1, args: [-(2n ** 63n) - 1n] })).toThrow(error)
    expect(() => seccompData({ nr: 1, arch: 1, args: [2n ** 64n] })).toThrow(error)
    expect(() => seccompData({ nr: -0x8000_0001, arch: 1 })).toThrow(RangeError)
  })

  it.each<[SeccompData, string]>([
    [{ ...call, nr: -1 }, 'seccomp_data.nr: expected a u32; got -1'],
    [{ ...call, arch: 2 ** 32 }, 'seccomp_data.arch: expected a u32; got 4294967296'],
    [{ ...call, instruction_pointer: -1n }, 'seccomp_data.instruction_pointer: expected a bigint, a u64; got -1n'],
    [args(-1n), 'seccomp_data.args[0]: expected a bigint, a u64; got -1n'],
    [args(2n ** 64n), 'seccomp_data.args[0]: expected a bigint, a u64; got 18446744073709551616n'],
  ])('is checked in each of its fields: %#', (data, message) => {
    expect(() => checkData(data)).toThrow(new RangeError(message))
  }) // prettier-ignore

  it('has six arguments and sixteen words at most', () => {
    for (const word of [argLow, argHigh])
      expect(() => word(6)).toThrow('argument index: expected a whole number, 0 to 5; got 6')
    expect(() => dataFromWords(new Uint32Array(17))).toThrow('seccomp_data has 16 words; got 17')
  })
})
