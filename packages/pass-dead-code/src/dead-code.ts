/*
 * Instructions that are never executed, and jumps to the next instruction.
 *
 * Jumps go forward only, so one walk forward finds the instructions that can be reached. One walk backward finds the
 * jumps to the next instruction that stays. The pass does not evaluate tests: both ways of a conditional jump count
 * as possible. Removal brings jumps and their targets closer together and never makes a program longer.
 *
 *   0  ld [0]                              0  ld [0]
 *   1  jeq #5, 2, 4                        1  jeq #5, 2, 3
 *   2  ja 4                                2  ret #0x7fff0000
 *   3  ret #0x50001
 *   4  ret #0x7fff0000                     (jumps show targets, not distances)
 *
 * For one reason, the kernel can refuse the shorter program. The kernel's check of scratch memory counts all of M[]
 * as written after a jump, but not after a return. So a dead jump behind a return may be the only reason that the
 * code behind it may read M[]. Such a program is left as it is; no compiler is known that makes one.
 */
import type { Program } from '@seccompile/abi'
import { assemble, reachable, remove, symbolic, verify } from '@seccompile/cbpf'
import type { Label, SymbolicProgram } from '@seccompile/cbpf'
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'

/** The labels of unreached instructions, and of jumps to the next instruction that stays. */
function deadLabels(insns: SymbolicProgram, reached: readonly boolean[]): ReadonlySet<Label> {
  const dead = new Set<Label>()
  /** For each instruction that can be reached, the instruction that stays at which a jump to it arrives. */
  const heirs = new Map<Label, Label>()
  let next: Label | undefined
  for (let pc = insns.length - 1; pc >= 0; pc -= 1) {
    const insn = insns[pc]!
    const isReached = reached[pc] === true
    const heir = insn.kind === 'ja' ? heirs.get(insn.to) : undefined
    if (!isReached || (heir !== undefined && heir === next)) {
      dead.add(insn.label)
      if (isReached) heirs.set(insn.label, heir!)
      continue
    }
    heirs.set(insn.label, insn.label)
    next = insn.label
  }
  return dead
}

/** Removes instructions that nothing reaches, and unconditional jumps to the next instruction. */
export const deadCode: Pass<'program', 'program', 'dead-code'> = definePass({
  name: 'dead-code',
  from: 'program',
  to: 'program',
  summary: 'removes unreachable instructions, and jumps to the next instruction',
  cost: { insns: 'never-more', longestPath: 'never-longer', idempotent: true },
  run(program, { memo }): Program {
    const insns = memo(symbolic, program)
    const dead = deadLabels(insns, memo(reachable, program))
    if (dead.size === 0) return program
    const shorter = assemble(remove(insns, dead))
    return verify(shorter).length === 0 ? shorter : program
  },
})
