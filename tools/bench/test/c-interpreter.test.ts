import { BPF, dataWords, seccompData, WORD_COUNT } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { ALLOW, DENY, jump, op, RET_A } from '@seccompile/abi/test-makers'
import { witnesses } from '@seccompile/cbpf'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { runWords } from '@seccompile/interpreter'
import fc from 'fast-check'
import { endianness } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
import { cInterpreter } from '../src/c-interpreter.ts'

const found = cInterpreter()
if (typeof found === 'string') process.stderr.write(`\n*** NOT RUN: the interpreter in C: ${found}\n\n`)

describe.runIf(typeof found !== 'string')('cInterpreter', () => {
  const { load, remove } = found as Exclude<typeof found, string> // runIf
  const order = endianness() === 'LE' ? 'little' : 'big'
  afterAll(() => remove())

  /** The sum of verdicts and executed instructions on `views`, by the interpreter in C and by ours. */
  function sums(
    insns: Program,
    views: readonly Uint32Array[],
  ): { readonly c: number; readonly ours: number } {
    const words = new Uint32Array(views.length * WORD_COUNT)
    let ours = 0
    for (const [i, view] of views.entries()) {
      words.set(view, i * WORD_COUNT)
      const { verdict, steps } = runWords(insns, view, order)
      ours += verdict + steps
    }
    return { c: load(insns, words)(0).sum, ours }
  }

  it('decides every call as the interpreter does, whatever the program', () => {
    fc.assert(
      fc.property(arbitraryProgram(), (insns) => {
        const { c, ours } = sums(insns, witnesses(insns, order).map(dataWords))
        expect(c).toBe(ours)
      }),
      { numRuns: 30 },
    )
  })

  it('computes and compares with X as the interpreter does', () => {
    const values = [0, 1, 2, 31, 32, 33, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff]
    const views = values.flatMap((a) => values.map((x) => dataWords(seccompData({ nr: a, arch: x }))))
    const registers = [op(BPF.LD_ABS, 4), op(BPF.TAX), op(BPF.LD_ABS, 0)]
    const alu = [
      BPF.ADD_X,
      BPF.SUB_X,
      BPF.MUL_X,
      BPF.DIV_X,
      BPF.OR_X,
      BPF.AND_X,
      BPF.XOR_X,
      BPF.LSH_X,
      BPF.RSH_X,
    ]
    const jumps = [BPF.JEQ_X, BPF.JGT_X, BPF.JGE_X, BPF.JSET_X]
    const programs = [
      ...alu.map((code) => [...registers, op(code), RET_A]),
      ...jumps.map((code) => [...registers, jump(code, 0, 0, 1), ALLOW, DENY]),
    ]
    for (const insns of programs) {
      const { c, ours } = sums(insns, views)
      expect(c).toBe(ours)
    }
  })
})
