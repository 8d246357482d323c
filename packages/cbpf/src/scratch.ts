/*
 * The kernel's check that scratch memory is read only where it was written, step for step.
 *
 * M[] is not cleared before a filter runs, so reading a word that nobody wrote would leak the kernel's stack. The
 * check is one pass forward, which suffices because jumps only go forward: it carries the set of words written on
 * every way to the current instruction, and a jump intersects it into the set of its targets.
 *
 * We imitate it to the letter rather than do it well, since what counts is what the kernel accepts. So after any
 * jump the carried set is "all written", and what was intersected into the next instruction decides; where nobody
 * jumps to it, dead code behind a jump may read anything. But a return does not reset the set. Dead code behind a
 * return, and the living code that is jumped to right behind one, see what was written before the return too
 * (as an intersection, so this only makes the kernel refuse more).
 */
import { BPF } from '@seccompile/abi'
import type { Problem, Program } from '@seccompile/abi'
import { isConditional } from './code.ts'

const ALL_WRITTEN = 0xffff

/**
 * Reads of scratch words that the kernel considers perhaps unwritten (P9). Jumps and indices must be in range.
 * @see net/core/filter.c: check_load_and_stores()
 */
export function scratchProblems(program: Program): readonly Problem[] {
  const problems: Problem[] = []
  const arriving = new Uint16Array(program.length).fill(ALL_WRITTEN)
  const jumpTo = (target: number): void => {
    arriving[target]! &= written
  }
  let written = 0
  for (const [pc, { code, jt, jf, k }] of program.entries()) {
    written &= arriving[pc]!
    if (code === BPF.ST || code === BPF.STX) {
      written |= 1 << k
    } else if (code === BPF.LD_MEM || code === BPF.LDX_MEM) {
      if ((written & (1 << k)) !== 0) continue
      const message = `reads M[${k}], which is not written on every way here`
      problems.push({ invariant: 'P9', where: `pc ${pc}`, message })
    } else if (code === BPF.JA) {
      jumpTo(pc + 1 + k)
      written = ALL_WRITTEN
    } else if (isConditional(code)) {
      jumpTo(pc + 1 + jt)
      jumpTo(pc + 1 + jf)
      written = ALL_WRITTEN
    }
  }
  return problems
}
