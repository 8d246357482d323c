import { ALLOW } from '@seccompile/abi/test-makers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode } from '@seccompile/cbpf'

const field = (max: number): fc.Arbitrary<number> => fc.nat(max)
const anyInsn = fc.record({ code: field(0xffff), jt: field(0xff), jf: field(0xff), k: field(0xffff_ffff) })

describe('decode', () => {
  it('reads back what encode wrote, whatever the instructions are', () => {
    fc.assert(
      fc.property(
        fc.array(anyInsn, { minLength: 1 }),
        fc.constantFrom('little', 'big'),
        (insns, endianness) => {
          expect(decode(encode(insns, endianness), endianness)).toEqual(insns)
        },
      ),
    )
  })

  it('reads a view into a larger buffer', () => {
    const buffer = new Uint8Array([9, 9, 9, ...encode([ALLOW], 'little'), 9])
    expect(decode(buffer.subarray(3, 11), 'little')).toEqual([ALLOW])
  })

  it('takes 4096 instructions', () => {
    expect(decode(new Uint8Array(4096 * 8), 'little')).toHaveLength(4096)
  })

  it.each([
    [0, 'bytes:size 0: a program has at least one instruction of 8 bytes (B1)'],
    [7, 'bytes:size 7: an instruction has 8 bytes, and 7 are left over (B2)'],
    [17, 'bytes:size 17: an instruction has 8 bytes, and 1 are left over (B2)'],
    [4097 * 8, 'bytes:size 32776: a program has at most 4096 instructions, 32768 bytes (B3)'],
  ])('refuses %i bytes', (length, message) => {
    expect(() => decode(new Uint8Array(length), 'little')).toThrow(
      expect.objectContaining({ name: 'IrError', level: 'bytes', message }),
    )
  })
})
