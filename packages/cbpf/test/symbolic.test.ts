import { BPF } from '@seccompile/abi'
import { ALLOW, DENY, jump, op } from '@seccompile/abi/test-makers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble, canonical, freshLabel, redirect, remove, symbolic } from '@seccompile/cbpf'
import type { SymbolicProgram } from '@seccompile/cbpf'
import { arbitraryLoweredProgram, arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { evaluateSymbolic } from './evaluate.ts'

const PROGRAM = [op(BPF.LD_ABS, 4), jump(BPF.JEQ_K, 9, 0, 2), op(BPF.JA, 1), ALLOW, DENY]

describe('symbolic', () => {
  it('names targets by the pc of the instruction', () => {
    expect(symbolic(PROGRAM)).toEqual([
      { kind: 'op', label: 0, code: BPF.LD_ABS, k: 4 },
      { kind: 'jump', label: 1, code: BPF.JEQ_K, k: 9, then: 2, else: 4 },
      { kind: 'ja', label: 2, to: 4 },
      { kind: 'ret', label: 3, code: BPF.RET_K, k: ALLOW.k },
      { kind: 'ret', label: 4, code: BPF.RET_K, k: DENY.k },
    ])
  })

  it('gives the program back through assemble, but for fields that are not used', () => {
    fc.assert(
      fc.property(arbitraryProgram(), (program) => {
        expect(assemble(symbolic(program))).toEqual(canonical(program))
      }),
    )
  })

  it('refuses a jump past the end (P4)', () => {
    expect(() => symbolic([op(BPF.JA, 1), ALLOW])).toThrow(
      'program:pc 0: k skips 1 instructions and 1 follow (P4)',
    )
    expect(() => symbolic([jump(BPF.JEQ_K, 0, 0, 7), ALLOW])).toThrow(
      'jf skips 7 instructions and 1 follow (P4)',
    )
  })

  it('refuses a program that would run past its end (P8)', () => {
    expect(() => symbolic([ALLOW, op(BPF.LD_ABS)])).toThrow('program:pc 1: the last instruction is no return')
  })
})

describe('freshLabel', () => {
  it('is one that no instruction has', () => {
    expect(freshLabel(symbolic(PROGRAM))).toBe(5)
    expect(freshLabel([])).toBe(0)
  })
})

describe('redirect', () => {
  it('replaces targets', () => {
    const redirected = redirect(symbolic(PROGRAM), (target) => (target === 4 ? 3 : target))
    expect(assemble(redirected)).toEqual(PROGRAM.with(1, jump(BPF.JEQ_K, 9, 0, 1)).with(2, op(BPF.JA, 0)))
  })

  it('gives back the program in which it changes nothing', () => {
    const program = symbolic(PROGRAM)
    expect(redirect(program, (target) => target)).toBe(program)
  })
})

describe('remove', () => {
  const without = (program: SymbolicProgram, ...gone: number[]): SymbolicProgram =>
    remove(program, new Set(gone))

  it('gives back the program that has none of the labels', () => {
    const program = symbolic(PROGRAM)
    expect(without(program)).toBe(program)
    expect(without(program, 99)).toBe(program)
  })

  it('lets a jump to a removed op go to what follows', () => {
    const program = symbolic([jump(BPF.JEQ_K, 1, 0, 2), op(BPF.LD_ABS), op(BPF.TAX), ALLOW, DENY])
    expect(assemble(without(program, 1, 2))).toEqual([jump(BPF.JEQ_K, 1, 0, 0), ALLOW, DENY])
  })

  it('lets a jump to a removed ja go where that went', () => {
    const program = symbolic(PROGRAM)
    expect(assemble(without(program, 2))).toEqual([op(BPF.LD_ABS, 4), jump(BPF.JEQ_K, 9, 1, 1), ALLOW, DENY])
  })

  it('follows chains of removed instructions', () => {
    const program = symbolic([op(BPF.JA, 0), op(BPF.LD_ABS), op(BPF.JA, 1), DENY, op(BPF.TXA), ALLOW])
    expect(assemble(without(program, 1, 2, 3, 4))).toEqual([op(BPF.JA, 0), ALLOW])
  })

  it('takes away a return that nothing goes to any more', () => {
    expect(assemble(without(symbolic(PROGRAM), 3))).toEqual([
      op(BPF.LD_ABS, 4),
      jump(BPF.JEQ_K, 9, 0, 1),
      op(BPF.JA, 0),
      DENY,
    ])
  })

  it('refuses to strand a jump (P4)', () => {
    expect(() => without(symbolic(PROGRAM), 4)).toThrow(
      'program:label 2: goes to label 4, which is removed; redirect it first (P4)',
    )
  })

  it('refuses to let an op run into something else (P4)', () => {
    const program = symbolic([op(BPF.LD_ABS), op(BPF.JA, 1), DENY, ALLOW])
    expect(() => without(program, 1)).toThrow(
      'program:label 0: would not run into where it continued; redirect it first (P4)',
    )
    expect(assemble(without(program, 1, 2))).toEqual([op(BPF.LD_ABS), ALLOW])
    expect(() => without(symbolic([op(BPF.LD_ABS), ALLOW]), 1)).toThrow('label 0: would not run into')
  })

  it('keeps the meaning where it removes ja', () => {
    const words = fc.array(fc.nat(20), { minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(arbitraryLoweredProgram(), fc.array(words, { minLength: 5 }), (insns, inputs) => {
        const program = symbolic(insns)
        // A `ja` behind an op can be removed only where that op runs into its target anyway.
        const gone = program.filter(({ kind }, i) => kind === 'ja' && i > 0 && program[i - 1]!.kind !== 'op')
        const removed = remove(program, new Set(gone.map(({ label }) => label)))
        for (const input of inputs)
          expect(evaluateSymbolic(removed, input)).toBe(evaluateSymbolic(program, input))
      }),
    )
  })
})
