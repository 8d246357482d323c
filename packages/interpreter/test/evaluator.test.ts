import { BPF, BPF_MAXINSNS, dataWords, WORD_COUNT } from '@seccompile/abi'
import type { Endianness, Program, SeccompData, SockFilter } from '@seccompile/abi'
import { ALLOW, call, DENY, jump, op, ret, RET_A } from '@seccompile/abi/test-makers'
import { decode, isConditional, program, verify, witnesses } from '@seccompile/cbpf'
import { arbitraryProgram, arbitrarySeccompData } from '@seccompile/cbpf/arbitrary'
import { IrError } from '@seccompile/shape'
import { baseline, BASELINE_NAMES, THREE_ABI_NAMES } from '@seccompile/vectors'
import fc from 'fast-check'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { evaluator, runWords } from '@seccompile/interpreter'

const ENDIANNESS = ['little', 'big'] as const
const calls = fc.array(arbitrarySeccompData(), { minLength: 5, maxLength: 10 })

/** The first of `inputs` on which the function of `insns` and the interpreter differ. */
function difference(
  insns: Program,
  inputs: readonly SeccompData[],
  endianness: Endianness,
  evaluate = evaluator(insns, endianness),
): unknown {
  const steps = new Uint32Array(1)
  for (const data of inputs) {
    const words = dataWords(data)
    const verdict = evaluate(words, steps)
    const expected = runWords(insns, words, endianness)
    if (verdict !== expected.verdict || steps[0] !== expected.steps)
      return { data, got: { verdict, steps: steps[0] }, expected }
  }
  return undefined
}

/** Random programs of 4096 instructions: a short program, repeated, with jumps as far as possible. */
function fullProgram(): fc.Arbitrary<Program> {
  const spread = fc.array(fc.nat(255), { minLength: 50, maxLength: 50 })
  return fc.tuple(arbitraryProgram({ maxLength: 200 }), spread, fc.nat(60)).map(([short, skips, rare]) => {
    const body = short.filter(({ code }) => code !== BPF.LD_MEM && code !== BPF.LDX_MEM)
    const last = BPF_MAXINSNS - 1
    const insns = Array.from({ length: last }, (_, pc): SockFilter => {
      const insn = body[(pc * 7 + (pc >> 5)) % body.length]!
      // Few returns. Otherwise control would not reach the later chunks.
      if (insn.code === BPF.RET_K || insn.code === BPF.RET_A)
        return pc % 61 === rare ? insn : op(BPF.ADD_K, insn.k)
      const skip = (salt: number): number => Math.min(skips[(pc + salt) % skips.length]!, last - pc - 1)
      if (isConditional(insn.code)) return { ...insn, jt: skip(0), jf: skip(13) }
      return insn.code === BPF.JA ? op(BPF.JA, Math.min(3 * skip(5), last - pc - 1)) : insn
    })
    return program([...insns, RET_A])
  })
}

describe('evaluator', () => {
  it.each(ENDIANNESS)(
    'yields verdict and steps of the interpreter on any program, %s endian',
    (endianness) => {
      fc.assert(
        fc.property(arbitraryProgram(), calls, (insns, inputs) => {
          expect(difference(insns, [...inputs, ...witnesses(insns, endianness)], endianness)).toBeUndefined()
        }),
        { numRuns: 300 },
      )
    },
  )

  it('does so on programs of 4096 instructions', () => {
    let late = 0
    fc.assert(
      fc.property(fullProgram(), calls, fc.constantFrom(...ENDIANNESS), (insns, inputs, endianness) => {
        expect(insns).toHaveLength(BPF_MAXINSNS)
        expect(verify(insns)).toEqual([])
        expect(difference(insns, inputs, endianness)).toBeUndefined()
        if (inputs.some((data) => runWords(insns, dataWords(data), endianness).steps > 20)) late++
      }),
      { numRuns: 30 },
    )
    expect(late).toBeGreaterThan(5)
  })

  it.each([...BASELINE_NAMES, ...THREE_ABI_NAMES])('does so on %s', (name) => {
    const insns = decode(baseline(name), 'little')
    for (const endianness of ENDIANNESS)
      expect(difference(insns, witnesses(insns, endianness), endianness)).toBeUndefined()
  })

  it('hands all registers from chunk to chunk', () => {
    // Each program fills A, X and M, jumps over 1200 instructions, and returns a value that depends on all of these.
    const far = Array.from({ length: 1200 }, () => DENY)
    const fill = [
      op(BPF.LD_ABS, 16),
      op(BPF.ST, 3),
      op(BPF.LD_ABS, 24),
      op(BPF.ST, 15),
      op(BPF.TAX),
      op(BPF.LD_ABS, 32),
    ]
    const mix = [op(BPF.ADD_X), op(BPF.LDX_MEM, 3), op(BPF.XOR_X), op(BPF.LDX_MEM, 15), op(BPF.MUL_X), RET_A]
    const insns = [...fill, op(BPF.JA, far.length), ...far, ...mix]
    const data = call(0, 0xffff_fff1n, 0xf000_0007n, 0x8000_0003n)
    expect(difference(insns, [data], 'little')).toBeUndefined()
    expect(runWords(insns, dataWords(data)).steps).toBe(13)
  })

  it('nests no deeper than a parser goes, whatever the jumps', () => {
    // Both ways of each test are long: one leads to the next test, one to two instructions behind all tests.
    const deep = Array.from({ length: 100 }, (_, i) => jump(BPF.JGE_K, 2 * i, 0, 100 + i))
    const leaves = Array.from({ length: 100 }, (_, i) => [op(BPF.LD_IMM, i), RET_A]).flat()
    const insns = [op(BPF.LD_ABS, 0), ...deep, ALLOW, ...leaves]
    const inputs = Array.from({ length: 300 }, (_, nr) => call(nr))
    expect(verify(insns)).toEqual([])
    expect(difference(insns, inputs, 'little')).toBeUndefined()
  })

  it('reads the call at the index it is told', () => {
    const insns = [op(BPF.LD_ABS, 60), RET_A]
    const words = new Uint32Array(3 * WORD_COUNT).map((_, i) => i)
    const steps = new Uint32Array(1)
    const verdicts = [0, 1, 2].map((i) => evaluator(insns)(words, steps, i * WORD_COUNT))
    expect(verdicts).toEqual([15, 31, 47])
    expect(evaluator(insns, 'big')(words, steps, WORD_COUNT)).toBe(30)
  })

  it('yields 0 where the program divides by an X of 0', () => {
    const insns = [op(BPF.LD_ABS, 0), op(BPF.DIV_X), DENY]
    expect(difference(insns, [call(7)], 'little')).toBeUndefined()
    const steps = new Uint32Array(1)
    expect(evaluator(insns)(dataWords(call(7)), steps)).toBe(0)
    expect(steps[0]).toBe(2)
  })

  it('refuses what the kernel refuses', () => {
    expect(() => evaluator([])).toThrow(/has 0 instructions; the kernel takes 1 to 4096 \(P1\)$/)
    expect(() => evaluator([op(BPF.LD_MEM, 2), RET_A])).toThrow(IrError)
    expect(() => evaluator([op(0x28, 0), RET_A])).toThrow(/\(P2\)/)
  })

  it('refuses fields that are no numbers, so that no text gets into the code', () => {
    const text = '1; throw new Error("ran")' as unknown as number
    for (const field of ['code', 'jt', 'jf', 'k'] as const) {
      const insn = { ...ret(0), [field]: text }
      expect(() => evaluator([insn])).toThrow(/\(P0\)/)
    }
    const half: SockFilter = { ...ret(0), k: 0.5 }
    expect(() => evaluator([half])).toThrow(/k is 0.5/)
    let reads = 0
    const getter: SockFilter = {
      ...ret(0),
      get k() {
        reads += 1
        return reads === 1 ? 7 : text
      },
    }
    expect(evaluator([getter])(dataWords(call(0)), new Uint32Array(1))).toBe(7)
  })

  it('interprets where code from strings is forbidden', () => {
    const usual = globalThis.Function
    const context = createContext({}, { codeGeneration: { strings: false, wasm: false } })
    const insns = [op(BPF.LD_ABS, 0), jump(BPF.JEQ_K, 59, 0, 1), ALLOW, DENY]
    let evaluate
    try {
      // Like a page whose policy lacks `unsafe-eval`: the constructor throws.
      globalThis.Function = runInContext('Function', context) as FunctionConstructor
      // eslint-disable-next-line @typescript-eslint/no-implied-eval
      expect(() => new Function('return 1')).toThrow(/Code generation from strings disallowed/)
      evaluate = evaluator(insns)
    } finally {
      globalThis.Function = usual
    }
    expect(difference(insns, [call(58), call(59)], 'little', evaluate)).toBeUndefined()
    const two = new Uint32Array(2 * WORD_COUNT)
    two.set(dataWords(call(59)), WORD_COUNT)
    expect(evaluate(two, new Uint32Array(1), WORD_COUNT)).toBe(ALLOW.k)
  })
})
