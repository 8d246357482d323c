/*
 * Two more interpreters of lowered programs for the tests: one follows distances, one follows labels.
 */
import { BPF } from '@seccompile/abi'
import type { Program, Verdict } from '@seccompile/abi'
import { IrError } from '@seccompile/shape'
import type { SymbolicProgram } from '../src/symbolic.ts'

function holds(code: number, a: number, k: number): boolean {
  if (code === BPF.JEQ_K) return a === k
  if (code === BPF.JGT_K) return a > k
  if (code === BPF.JGE_K) return a >= k
  if (code === BPF.JSET_K) return (a & k) !== 0
  throw new TypeError(`code ${code} is no test of lowered programs`)
}

/** The verdict of a lowered program on words in the order of memory. */
export function evaluate(program: Program, words: ArrayLike<number>): Verdict {
  let a = 0
  for (let pc = 0; ; pc++) {
    const { code, jt, jf, k } = program[pc]!
    if (code === BPF.RET_K) return k
    if (code === BPF.LD_ABS) a = words[k / 4]!
    else if (code === BPF.AND_K) a = (a & k) >>> 0
    else if (code === BPF.JA) pc += k
    else pc += holds(code, a, k) ? jt : jf
  }
}

/** The verdict of a symbolic program, by its labels. */
export function evaluateSymbolic(program: SymbolicProgram, words: ArrayLike<number>): Verdict {
  const at = new Map(program.map(({ label }, i) => [label, i]))
  let a = 0
  for (let i = 0; ;) {
    const insn = program[i]
    if (insn === undefined) throw new IrError('program', [])
    if (insn.kind === 'ret') return insn.k
    if (insn.kind === 'ja') i = at.get(insn.to)!
    else if (insn.kind === 'jump') i = at.get(holds(insn.code, a, insn.k) ? insn.then : insn.else)!
    else {
      a = insn.code === BPF.LD_ABS ? words[insn.k / 4]! : (a & insn.k) >>> 0
      i++
    }
  }
}
