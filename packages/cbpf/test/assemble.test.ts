import { BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { ALLOW, DENY, jump, op } from '@seccompile/abi/test-makers'
import { baseline, BASELINE_NAMES } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble, decode, encode, symbolic, verify } from '@seccompile/cbpf'
import type { SymbolicInsn, SymbolicProgram } from '@seccompile/cbpf'
import { evaluate, evaluateSymbolic } from './evaluate.ts'

const ret = (label: number, k: number): SymbolicInsn => ({ kind: 'ret', label, code: BPF.RET_K, k })
const load = (label: number, k = 0): SymbolicInsn => ({ kind: 'op', label, code: BPF.LD_ABS, k })
const jeq = (label: number, k: number, then: number, otherwise: number): SymbolicInsn => ({
  kind: 'jump',
  label,
  code: BPF.JEQ_K,
  k,
  then,
  else: otherwise,
})
/** `count` loads. Nothing can be inserted into this stretch. */
const loads = (first: number, count: number): SymbolicInsn[] =>
  Array.from({ length: count }, (_, i) => load(first + i))

describe('assemble', () => {
  it('gives back what other tools made, byte for byte', () => {
    for (const name of BASELINE_NAMES) {
      const bytes = baseline(name)
      expect(encode(assemble(symbolic(decode(bytes, 'little'))), 'little'), name).toEqual(
        new Uint8Array(bytes),
      )
    }
  })

  it('takes labels in any order', () => {
    expect(assemble([jeq(70, 1, 3, 5), ret(5, 0), ret(3, 1)])).toEqual([
      jump(BPF.JEQ_K, 1, 1, 0),
      op(BPF.RET_K, 0),
      op(BPF.RET_K, 1),
    ])
  })

  it('reaches 255 skipped instructions without help', () => {
    const program = assemble([jeq(0, 1, 1, 300), ...loads(1, 255), ret(300, ALLOW.k)])
    expect(program).toHaveLength(257)
    expect(program[0]).toEqual(jump(BPF.JEQ_K, 1, 0, 255))
  })

  it('takes an equal return in reach for one out of reach, the nearest', () => {
    const insns = [jeq(0, 1, 1, 400), ret(1, DENY.k), ret(2, ALLOW.k), ret(3, ALLOW.k), ...loads(4, 255)]
    const program = assemble([...insns, ret(400, ALLOW.k)])
    expect(program).toHaveLength(260)
    expect(program[0]).toEqual(jump(BPF.JEQ_K, 1, 0, 1))
  })

  it('copies a return behind the jump where no equal one is in reach', () => {
    const program = assemble([jeq(0, 1, 1, 400), ...loads(1, 256), ret(400, ALLOW.k)])
    expect(program).toHaveLength(259)
    expect(program.slice(0, 2)).toEqual([jump(BPF.JEQ_K, 1, 1, 0), ALLOW])
  })

  it('copies ret a like any return', () => {
    const end: SymbolicInsn = { kind: 'ret', label: 400, code: BPF.RET_A, k: 0 }
    const program = assemble([jeq(0, 1, 1, 400), ...loads(1, 256), end])
    expect(program.slice(0, 2)).toEqual([jump(BPF.JEQ_K, 1, 1, 0), op(BPF.RET_A)])
  })

  it('puts a ja behind the jump for what is no return', () => {
    const program = assemble([jeq(0, 1, 1, 300), ...loads(1, 256), load(300), ret(400, ALLOW.k)])
    expect(program).toHaveLength(260)
    expect(program.slice(0, 2)).toEqual([jump(BPF.JEQ_K, 1, 1, 0), op(BPF.JA, 256)])
  })

  it('copies a ja out of reach instead of jumping to it', () => {
    const far: SymbolicInsn = { kind: 'ja', label: 300, to: 401 }
    const program = assemble([jeq(0, 1, 1, 300), ...loads(1, 256), far, ret(400, 0), ret(401, 1)])
    expect(program.slice(0, 2)).toEqual([jump(BPF.JEQ_K, 1, 1, 0), op(BPF.JA, 258)])
  })

  it('shares a stand-in among all jumps that reach it', () => {
    const tests = Array.from({ length: 200 }, (_, i) => jeq(i, i, 900, i + 1))
    const program = assemble([...tests, ...loads(200, 300), load(900), ret(901, ALLOW.k)])
    expect(program).toHaveLength(200 + 300 + 2 + 1)
    expect(program.filter(({ code }) => code === BPF.JA)).toHaveLength(1)
  })

  it('sees that the stand-in for one target pushes the other out of reach', () => {
    // `then` is 255 away; the copy for `else` makes it 256, so it takes a copy too.
    const insns = [jeq(0, 1, 300, 400), ...loads(1, 255), ret(300, ALLOW.k), ret(400, DENY.k)]
    const program = assemble(insns)
    expect(program).toHaveLength(260)
    expect(program.slice(0, 3)).toEqual([jump(BPF.JEQ_K, 1, 0, 1), ALLOW, DENY])
  })

  it('never truncates: large programs mean what their labels say', () => {
    const shape = fc.record({ kind: fc.nat(9), k: fc.nat(3), a: fc.nat(), b: fc.nat(), near: fc.boolean() })
    const inputs = fc.array(fc.array(fc.nat(3), { minLength: 16, maxLength: 16 }), {
      minLength: 8,
      maxLength: 8,
    })
    const shapes = fc.array(shape, { minLength: 300, maxLength: 1500, size: 'max' })
    fc.assert(
      fc.property(shapes, inputs, (list, words) => {
        const program = list.map(({ kind, k, a, b, near }, i): SymbolicInsn => {
          const target = (seed: number): number =>
            i + 1 + (seed % (near ? Math.min(list.length - i, 8) : list.length - i))
          if (kind === 0) return ret(i, verdictOf('ERRNO', k))
          if (kind === 1) return { kind: 'ja', label: i, to: target(a) }
          if (kind < 4) return load(i, 4 * (a % 16))
          return jeq(i, k, target(a), target(b))
        })
        const symbolicProgram: SymbolicProgram = [...program, ret(list.length, verdictOf('ALLOW'))]
        const assembled = assemble(symbolicProgram)
        expect(verify(assembled)).toEqual([])
        for (const input of words)
          expect(evaluate(assembled, input)).toBe(evaluateSymbolic(symbolicProgram, input))
        expect(assemble(symbolicProgram)).toEqual(assembled)
      }),
      { numRuns: 50 },
    )
  })

  it('is linear: 4096 jumps that are all too far', () => {
    const tests = Array.from({ length: 4096 }, (_, i) => jeq(i, i, 5000 + (i % 500), i + 1))
    const leaves = Array.from({ length: 500 }, (_, i) => ret(5000 + i, i))
    const program: Program = assemble([...tests, load(4096), ...leaves])
    expect(program.length).toBeGreaterThan(4096 + 501)
    expect(program.length).toBeLessThan(2 * 4096 + 501)
  })

  it.each<[string, SymbolicProgram, string]>([
    [
      'a label twice',
      [ret(1, 0), ret(1, 0)],
      'program:label 1: has a label that another instruction has (P4)',
    ],
    [
      'a target in front of its jump',
      [ret(1, 0), { kind: 'ja', label: 2, to: 1 }, ret(3, 0)],
      'program:label 2: jumps to label 1, which does not stand behind it (P4)',
    ],
    [
      'a jump to itself',
      [jeq(2, 0, 2, 3), ret(3, 0)],
      'program:label 2: jumps to label 2, which does not stand behind it (P4)',
    ],
    ['an op at the end', [ret(1, 0), load(2)], 'program:label 2: is the last instruction and no return (P8)'],
  ])('refuses %s', (_name, program, message) => {
    expect(() => assemble(program)).toThrow(expect.objectContaining({ name: 'IrError', message }))
  })

  it('makes no program of nothing', () => {
    expect(assemble([])).toEqual([])
  })
})
