/*
 * The kernel's check that scratch words are read only after they are written, step for step.
 *
 * M[] is not cleared before a filter runs, so a read of an unwritten word would leak the kernel's stack. The
 * check is one walk forward, which is enough because jumps only go forward. It carries the set of words that
 * are written on every path to the current instruction. A jump intersects this set into the sets of its
 * targets.
 *
 * We copy the kernel's check exactly, even where a better one exists: `verify` must accept the programs that
 * the kernel accepts. After a jump the carried set is "all written", so only the set that jumps left at the
 * next instruction counts. Where no jump goes there, dead code after a jump may read anything. A return does
 * not reset the carried set. So an instruction right after a return, dead or the target of a jump, sees the
 * carried set intersected with its own. That only makes the kernel refuse more.
 */
import { BPF } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import type { Problem } from '@seccompile/shape'
import { isConditional } from './code.ts'

const ALL_WRITTEN = 0xffff

const readsScratch = ({ code }: SockFilter): boolean => code === BPF.LD_MEM || code === BPF.LDX_MEM

/**
 * Reads of scratch words that the kernel cannot prove to be written (P9). Jumps and indices must be in range.
 * @see net/core/filter.c: check_load_and_stores()
 */
export function scratchProblems(program: Program): readonly Problem[] {
  const problems: Problem[] = []
  if (!program.some(readsScratch)) return problems // most filters read none
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
