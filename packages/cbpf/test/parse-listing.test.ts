import { BPF } from '@seccompile/abi'
import { ALLOW, jump, op } from '@seccompile/abi/test-makers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isListing, parseListing, print } from '@seccompile/cbpf'
import { rejection } from './rejection.ts'

const message = (text: string): string => rejection(() => parseListing(text, { file: 'f.txt' })).message
const field = (max: number): fc.Arbitrary<number> => fc.nat(max)
const anyInsn = fc.record({ code: field(0xffff), jt: field(0xff), jf: field(0xff), k: field(0xffff_ffff) })

describe('parseListing', () => {
  it('reads a listing of seccomp-tools', () => {
    const text = ` line  CODE  JT   JF      K
=================================
 0000: 0x20 0x00 0x00 0x00000004  A = arch
 0001: 0x15 0x00 0x01 0xc000003e  if (A != ARCH_X86_64) goto 0003
 0002: 0x06 0x00 0x00 0x7fff0000  return ALLOW
 0003: 0x06 0x00 0x00 0x00000000  return KILL
`
    expect(parseListing(text)).toEqual([
      op(BPF.LD_ABS, 4),
      jump(BPF.JEQ_K, 0xc000_003e, 0, 1),
      ALLOW,
      op(BPF.RET_K, 0),
    ])
  })

  it('reads back every field that print shows, whatever the instructions are', () => {
    fc.assert(
      fc.property(fc.array(anyInsn, { minLength: 1 }), (insns) => {
        expect(parseListing(print(insns))).toEqual(insns)
      }),
    )
    const long = fc.sample(fc.array(anyInsn, { minLength: 4096, maxLength: 4096 }), {
      seed: 1,
      numRuns: 1,
    })[0]!
    expect(parseListing(print(long))).toEqual(long)
  })

  it('needs neither header nor statements, and takes line ends of Windows and a byte order mark', () => {
    expect(
      parseListing('\ufeff0000: 0x6 0x0 0X0 0x7FFF0000\r\n\r\n0001:\t0x06 0x00 0x00 0x0  # what'),
    ).toEqual([ALLOW, op(BPF.RET_K, 0)])
  })

  it('yields a frozen program', () => {
    expect(Object.isFrozen(parseListing('0: 0x6 0x0 0x0 0x0'))).toBe(true)
  })

  it('rejects a missing line, by which jumps would go astray', () => {
    const line = ' 0000: 0x06 0x00 0x00 0x00000000  return KILL\n'
    expect(rejection(() => parseListing(line + line))).toEqual({
      name: 'AssemblyError',
      code: 'E_SYNTAX',
      message: '2:2: expected line 0001:, got "0000:"; jumps count lines, so none may be missing',
    })
    expect(message(line + line.replace('0000:', '0002:'))).toMatch(
      /^f\.txt:2:2: expected line 0001:, got "0002:"/,
    )
  })

  it('says what is wrong with a column, and where', () => {
    expect(message(' 0000: 0x06 0x00 0x100 0x00000000')).toBe(
      'f.txt:1:18: JF is "0x100"; it holds 0x0 to 0xff',
    )
    expect(message('0000: 0x10000 0x0 0x0 0x0')).toBe('f.txt:1:7: CODE is "0x10000"; it holds 0x0 to 0xffff')
    expect(message('0000: 0x1 0x0 0x0 0x100000000')).toBe(
      'f.txt:1:19: K is "0x100000000"; it holds 0x0 to 0xffffffff',
    )
    expect(message('0000: 0x06 0x00 0')).toBe('f.txt:1:17: expected JF in hexadecimal, got "0"')
    expect(message('0000: 0x06 0x00 0x00 ')).toBe(
      'f.txt:1:22: expected K in hexadecimal, got the end of the line',
    )
    expect(message('\n\nld [0]')).toBe('f.txt:3:1: expected the number of the line, got "ld"')
  })

  it('rejects a text without an instruction', () => {
    const expected = 'expected a line such as "0000: 0x06 0x00 0x00 0x7fff0000", got the end'
    expect(message('')).toBe(`f.txt:1:1: ${expected}`)
    expect(message(print([]))).toBe(`f.txt:3:1: ${expected}`)
  })

  it('ends soon on hostile texts', () => {
    expect(message(`0000: 0x${'0'.repeat(1_000_000)}ff`)).toMatch(/expected JT in hexadecimal, got the end/)
    expect(message(' '.repeat(4_000_000))).toMatch(/^f\.txt:1:4000001: expected a line/)
    expect(message(`${'='.repeat(2_000_000)}x${' '.repeat(2_000_000)}x`)).toMatch(
      /^f\.txt:1:1: expected the number/,
    )
    expect(message('\n'.repeat(4_194_304))).toMatch(/^f\.txt:4194305:1: expected a line/)
    expect(message('\n'.repeat(4_194_305))).toMatch(/at most 4194304 are read$/)
    const lines = Array.from({ length: 4097 }, (_, pc) => `${pc}: 0x0 0x0 0x0 0x0`)
    expect(message(lines.join('\n'))).toBe('f.txt:4097:1: a program has at most 4096 instructions')
  })
})

describe('isListing', () => {
  it('knows a listing by its header or its first line', () => {
    expect(isListing(print([ALLOW]))).toBe(true)
    expect(isListing('\n 0000: 0x06 0x00')).toBe(true)
    expect(isListing('\ufeff0000: 0x06 0x00')).toBe(true)
  })

  it('takes no assembly for one', () => {
    for (const text of ['', 'ret a', 'line: ret a', 'line_CODE: ret a', '; 0000: 0x6', '0000']) {
      expect(isListing(text), text).toBe(false)
    }
  })
})
