/*
 * The interpreter judges the functions on programs: the promises of assemble, canonical, remove, witnesses, and of
 * the facts of print.
 */
import { BPF, dataFromWords, dataWords, WORD_COUNT } from '@seccompile/abi'
import type { Program, SeccompData } from '@seccompile/abi'
import {
  assemble,
  canonical,
  isConditional,
  knownWords,
  redirect,
  remove,
  symbolic,
  witnesses,
} from '@seccompile/cbpf'
import type { SymbolicInsn, SymbolicProgram } from '@seccompile/cbpf'
import { arbitraryLoweredProgram, arbitraryProgram, arbitrarySeccompData } from '@seccompile/cbpf/arbitrary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverage, evaluator, meaning, trace } from '@seccompile/interpreter'

const calls = fc.array(arbitrarySeccompData(), { minLength: 5, maxLength: 10 })

function expectSame(left: Program, right: Program, inputs: readonly SeccompData[]): void {
  for (const data of inputs) expect(meaning(right, data)).toBe(meaning(left, data))
}

/** `program` with `count` loads without effect in front of each return. */
function stretched(program: SymbolicProgram, count: number): SymbolicProgram {
  let label = program.length
  const stretch = (insn: SymbolicInsn): readonly SymbolicInsn[] => {
    if (insn.kind !== 'ret') return [insn]
    // The first load takes the label of the return, so that every jump to the return passes all loads. They leave A
    // as it is, for ret a.
    const pads = Array.from({ length: count }, (_, i): SymbolicInsn => {
      return { kind: 'op', label: i === 0 ? insn.label : label++, code: BPF.TAX, k: 0 }
    })
    return [...pads, { ...insn, label: label++ }]
  }
  return program.flatMap(stretch)
}

describe('assemble', () => {
  it('keeps the meaning where hardly a jump is in reach', () => {
    fc.assert(
      fc.property(arbitraryProgram(), fc.integer({ min: 100, max: 400 }), calls, (program, count, inputs) => {
        const far = assemble(stretched(symbolic(program), count))
        expectSame(program, far, [...inputs, ...witnesses(program)])
      }),
      { numRuns: 50 },
    )
  })

  it('keeps the meaning of redirected jumps: straight to where a ja goes', () => {
    fc.assert(
      fc.property(arbitraryProgram(), calls, (program, inputs) => {
        const symbolicProgram = symbolic(program)
        const to = new Map(
          symbolicProgram.map((insn) => [insn.label, insn.kind === 'ja' ? insn.to : insn.label]),
        )
        const threaded = redirect(symbolicProgram, (target) => to.get(target)!)
        expectSame(program, assemble(threaded), [...inputs, ...witnesses(program)])
      }),
    )
  })
})

describe('canonical', () => {
  it('keeps the meaning', () => {
    fc.assert(
      fc.property(arbitraryProgram(), calls, (program, inputs) => {
        const cluttered = program.map((insn) => {
          if (isConditional(insn.code)) return insn
          return { ...insn, jt: 7, jf: 9 }
        })
        expectSame(program, canonical(cluttered), inputs)
        expectSame(program, cluttered, inputs)
      }),
    )
  })
})

describe('knownWords', () => {
  it('are what the registers hold whenever control comes by', () => {
    fc.assert(
      fc.property(arbitraryProgram(), calls, (program, inputs) => {
        const known = knownWords(program, 'little')
        for (const data of [...inputs, ...witnesses(program)]) {
          const words = dataWords(data)
          let a = 0
          let x = 0
          for (const step of trace(program, data).path) {
            const facts = known[step.pc]
            expect(facts).toBeDefined()
            if (facts?.a !== undefined) expect(a).toBe(words[facts.a])
            if (facts?.x !== undefined) expect(x).toBe(words[facts.x])
            if (facts?.arch !== undefined) expect(data.arch).toBe(facts.arch)
            ;({ a, x } = step)
          }
        }
      }),
    )
  })

  it('make loads redundant that can then be removed', () => {
    fc.assert(
      fc.property(arbitraryLoweredProgram(), calls, (program, inputs) => {
        const known = knownWords(program, 'little')
        const redundant = symbolic(program).filter(
          (insn) => insn.kind === 'op' && insn.code === BPF.LD_ABS && known[insn.label]?.a === insn.k / 4,
        )
        const shorter = assemble(remove(symbolic(program), new Set(redundant.map(({ label }) => label))))
        expect(shorter).toHaveLength(program.length - redundant.length)
        expectSame(program, shorter, [...inputs, ...witnesses(program)])
      }),
    )
  })
})

describe('witnesses', () => {
  /** A lowered program whose constants have four bits, on two words. */
  const small = arbitraryLoweredProgram({ maxLength: 20 }).map((program) =>
    program.map((insn) => {
      if (insn.code === BPF.LD_ABS) return { ...insn, k: insn.k % 8 }
      return isConditional(insn.code) || insn.code === BPF.AND_K ? { ...insn, k: insn.k % 16 } : insn
    }),
  )
  /** Calls whose two words are small, just above 15, or have all bits set. */
  const values = [...Array.from({ length: 17 }, (_, value) => value), 0xffff_ffff]
  const smallCalls = values.flatMap((nr) => values.map((arch): SeccompData => dataFromWords([nr, arch])))

  /** The words of calls, one call after the other. */
  const wordsOf = (calls: readonly SeccompData[]): Uint32Array =>
    Uint32Array.from(calls.flatMap((data) => [...dataWords(data)]))

  it('take every way that any of the small calls takes', () => {
    fc.assert(
      fc.property(small, (program) => {
        const seen = coverage(program, witnesses(program))
        const possible = coverage(program, smallCalls)
        for (const pc of program.keys()) {
          if (possible.executed[pc] === true) expect(seen.executed[pc], `pc ${pc}`).toBe(true)
          if (possible.then[pc] === true) expect(seen.then[pc], `then of pc ${pc}`).toBe(true)
          if (possible.else[pc] === true) expect(seen.else[pc], `else of pc ${pc}`).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('of a program and its mutant tell practically all of them apart that any of the small calls does', () => {
    const smallWords = wordsOf(smallCalls)
    const steps = new Uint32Array(1)
    let mutants = 0
    let caught = 0
    fc.assert(
      fc.property(small, fc.nat(3), (program, bit) => {
        const original = evaluator(program)
        const inputs = wordsOf(witnesses(program))
        for (const [pc, { code, jt, jf, k }] of program.entries()) {
          if (!isConditional(code)) continue
          // A comparison with a constant that is off by one, or a test of another bit.
          const mutant = program.with(pc, { code, jt, jf, k: code === BPF.JSET_K ? k ^ (1 << bit) : k + 1 })
          const changed = evaluator(mutant)
          const differ = (words: Uint32Array): boolean => {
            for (let at = 0; at < words.length; at += WORD_COUNT)
              if (original(words, steps, at) !== changed(words, steps, at)) return true
            return false
          }
          if (!differ(smallWords)) continue
          mutants++
          if (differ(inputs) || differ(wordsOf(witnesses(mutant)))) caught++
        }
      }),
      { numRuns: 1000 },
    )
    expect(mutants).toBeGreaterThan(50)
    expect(caught / mutants).toBeGreaterThan(0.95)
  })
})
