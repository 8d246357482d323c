import { AUDIT_ARCH, BPF, seccompData } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { ALLOW, DENY, jump, op } from '@seccompile/abi/test-makers'
import { arbitraryLoweredProgram, arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberRuns, trace } from '@seccompile/interpreter'

const { AARCH64, I386, X86_64 } = AUDIT_ARCH

/** Numbers at the edges of all constants of `program`, ascending. */
function numbersOf(program: Program): readonly number[] {
  const numbers = program.flatMap(({ k }) => [k - 1, k, k + 1].map((nr) => nr >>> 0))
  return [...new Set([0, 1, 2, ...numbers])].sort((a, b) => a - b)
}

const twoRanges: Program = [
  op(BPF.LD_ABS, 4),
  jump(BPF.JEQ_K, X86_64, 0, 4),
  op(BPF.LD_ABS),
  jump(BPF.JGT_K, 9, 2, 0),
  jump(BPF.JEQ_K, 5, 1, 0),
  ALLOW,
  DENY,
]

describe('numberRuns', () => {
  it('are the runs of the calls, one by one, for any program', () => {
    fc.assert(
      fc.property(
        fc.oneof(arbitraryProgram(), arbitraryLoweredProgram()),
        fc.constantFrom(X86_64, I386),
        fc.constantFrom('little', 'big'),
        (program, arch, endianness) => {
          const numbers = numbersOf(program)
          const runs = numberRuns(program, arch, numbers, endianness)
          const each = runs.flatMap(({ first, count, path, steps, verdict }) =>
            numbers.slice(first, first + count).map((nr) => ({ nr, pcs: path, steps, verdict })),
          )
          const alone = numbers.map((nr) => {
            const { path, steps, verdict } = trace(program, seccompData({ nr, arch }), endianness)
            return { nr, pcs: path.map(({ pc }) => pc), steps, verdict }
          })
          expect(each).toEqual(alone)
        },
      ),
    )
  })

  it('are one for neighbours that take one path', () => {
    const numbers = [...Array(12).keys()]
    const runs = numberRuns(twoRanges, X86_64, numbers)
    expect(runs.map(({ first, count }) => [first, count])).toEqual([
      [0, 5],
      [5, 1],
      [6, 4],
      [10, 2],
    ])
    expect(runs[0]).toMatchObject({ path: [0, 1, 2, 3, 4, 5], steps: 6, verdict: ALLOW.k })
    // One number is below the constant of the test, the other is above it.
    for (const arch of [I386, AARCH64])
      expect(numberRuns(twoRanges, arch, numbers)).toEqual([
        { path: [0, 1, 6], steps: 3, verdict: DENY.k, first: 0, count: 12 },
      ])
  })

  it('are none for no numbers', () => {
    expect(numberRuns(twoRanges, X86_64, [])).toEqual([])
  })

  it('throws where control reaches what the kernel refuses', () => {
    for (const [program, message] of [
      [[op(BPF.LD_ABS, 64), ALLOW], 'P7'],
      [[op(BPF.LD_ABS, 2), ALLOW], 'P7'],
      [[op(BPF.JA, 7), ALLOW], 'P8'],
      [[op(BPF.DIV_K, 0), ALLOW], 'P3'],
    ] as const)
      expect(() => numberRuns(program, X86_64, [1])).toThrow(
        expect.objectContaining({ problems: [expect.objectContaining({ invariant: message })] }),
      )
  })
  it('rejects numbers that are out of order or no u32, and what is no arch or byte order', () => {
    const message = 'expected a u32 that is not below the number before it'
    for (const [numbers, got] of [
      [[1, 3, 2], 'numbers[2]: MESSAGE; got 2'],
      [[-1], 'numbers[0]: MESSAGE; got -1'],
      [[0, 2 ** 32], 'numbers[1]: MESSAGE; got 4294967296'],
      [[0.5], 'numbers[0]: MESSAGE; got 0.5'],
    ] as const)
      expect(() => numberRuns(twoRanges, X86_64, numbers)).toThrow(
        new RangeError(got.replace('MESSAGE', message)),
      )
    expect(() => numberRuns(twoRanges, -1, [1])).toThrow(RangeError)
    expect(() => numberRuns(twoRanges, X86_64, [1], 'middle' as 'big')).toThrow(TypeError)
    expect(numberRuns(twoRanges, X86_64, [4, 4])).toMatchObject([{ first: 0, count: 2 }])
  })
})
