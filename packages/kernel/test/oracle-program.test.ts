import { BPF, dataWords, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { op } from '@seccompile/abi/test-makers'
import { arbitraryProgram, arbitrarySeccompData } from '@seccompile/cbpf/arbitrary'
import { verify } from '@seccompile/cbpf'
import { runWords } from '@seccompile/interpreter'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { A_VALUE, joinParts, oracleProgram } from '../src/oracle/oracle-program.ts'

const ALLOW = verdictOf('ALLOW')

/** What the oracle would find, with the interpreter in the place of the kernel. */
function verdictBy(program: Program, words: Uint32Array): number | undefined {
  const { first, parts, verdicts } = oracleProgram(program)
  const errno = (insns: Program): number => {
    const { verdict } = runWords(insns, words)
    expect((verdict & 0xffff_0000) >>> 0).toBe(verdictOf('ERRNO'))
    return verdict & 0xffff
  }
  const code = errno(first)
  if (code !== A_VALUE) return verdicts.get(code)
  const [low, middle, high] = parts.map(errno)
  return joinParts(low!, middle!, high!)
}

describe('oracleProgram', () => {
  it('returns nothing but ERRNO, by which the verdict is known, for every program', () => {
    fc.assert(
      fc.property(
        arbitraryProgram(),
        fc.array(arbitrarySeccompData(), { minLength: 5 }),
        (program, calls) => {
          const { first, parts } = oracleProgram(program)
          for (const insns of [first, ...parts]) expect(verify(insns)).toEqual([])
          for (const data of calls)
            expect(verdictBy(program, dataWords(data))).toBe(runWords(program, dataWords(data)).verdict)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('leaves a filter that neither returns A nor divides by X as it is, but for what it returns', () => {
    const program = [
      op(BPF.LD_ABS, 16),
      { code: BPF.JSET_K, jt: 1, jf: 0, k: 7 },
      op(BPF.RET_K, ALLOW),
      op(BPF.RET_K, 0),
      op(BPF.RET_K, ALLOW),
    ]
    const { first, parts, verdicts } = oracleProgram(program)
    expect(first.map(({ k }) => k)).toEqual([16, 7, 0x5_0001, 0x5_0002, 0x5_0001])
    expect(parts).toEqual([])
    expect(verdicts.get(1)).toBe(ALLOW)
    expect(verdicts.get(2)).toBe(0)
  })

  it('tells a division by 0 from what the filter returns, and leaves A as it is for any other X', () => {
    const divide = (a: number, x: number): Program => [
      op(BPF.LD_IMM, a),
      op(BPF.LDX_IMM, x),
      op(BPF.DIV_X),
      op(BPF.RET_A),
    ]
    const words = new Uint32Array(16)
    expect(oracleProgram(divide(1, 0)).first).toHaveLength(9)
    const values = [0, 1, 2, 3, 0x5555_5555, 0xaaaa_aaaa, 0x8000_0000, 0xffff_ffff]
    for (const a of values)
      for (const x of values)
        expect(verdictBy(divide(a, x), words), `${a} / ${x}`).toBe(x === 0 ? 0 : Math.floor(a / x))
  })

  it('lengthens jumps across a division', () => {
    const far: Program = [
      { code: BPF.JEQ_K, jt: 255, jf: 0, k: 1 },
      ...Array.from({ length: 255 }, () => op(BPF.DIV_X)),
      op(BPF.RET_K, ALLOW),
      op(BPF.RET_K, 0),
    ]
    expect(verdictBy(far, new Uint32Array(16))).toBe(0)
    expect(oracleProgram(far).first.length).toBeGreaterThan(6 * 255)
  })

  it('refuses what the kernel refuses, naming instruction and rule', () => {
    expect(() => oracleProgram([op(BPF.LD_ABS, 2), op(BPF.RET_A)])).toThrow(
      expect.objectContaining({
        code: 'E_FILTER',
        message:
          'the kernel would refuse this program: pc 0: loads the word at byte 2; seccomp_data has aligned words at 0 to 60 (P7)',
      }),
    )
  })

  it('refuses a filter that it cannot make room in, or with more returns than there are errnos', () => {
    const full = [...Array.from({ length: 4095 }, () => op(BPF.TAX)), op(BPF.RET_A)]
    expect(() => oracleProgram(full)).toThrow(
      'the filter is too long for the oracle: with the instructions that tell its divisions and returned values apart, it has 4099 instructions, and the kernel takes 4096',
    )
    expect(oracleProgram([...full.slice(4), op(BPF.RET_K, 1)].slice(0, 4092)).first).toHaveLength(4092)
    const many = Array.from({ length: 4091 }, (_, k) => op(BPF.RET_K, k))
    expect(() => oracleProgram(many)).toThrow(
      'the filter returns 4091 different values; the oracle tells 4090 apart',
    )
    expect(oracleProgram(many.slice(1)).verdicts.get(4090)).toBe(4090)
  })
})

describe('joinParts', () => {
  it('puts 11, 11 and 10 bits together, and yields nothing for what is no part', () => {
    expect(joinParts(2048 + 0x7ff, 2048 + 0x7ff, 2048 + 0x3ff)).toBe(0xffff_ffff)
    expect(joinParts(2048 + 1, 2048 + 2, 2048 + 3)).toBe(1 | (2 << 11) | (3 << 22))
    expect(joinParts(2047, 2048, 2048)).toBeUndefined()
    expect(joinParts(2048, 2048, 0xffff)).toBeUndefined()
  })
})
