/*
 * The narrower language that our own lowering emits. A pass over programs may rely on it if its comment says
 * so. The kernel's emulator can follow every path of such a program that loads only nr and arch.
 *
 * | invariant | what must hold, beyond P1 to P9                                                      |
 * | --------- | ------------------------------------------------------------------------------------ |
 * | P10       | every code is ld [k], and #k, ja, jeq, jgt, jge, jset with a constant, or ret #k     |
 * | P11       | every instruction can be reached                                                     |
 * | P12       | fields that an instruction does not use are 0                                        |
 */
import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import type { Problem } from '@seccompile/shape'
import { reachable } from './flow.ts'
import { isCanonical, program } from './program.ts'
import { verify } from './verify.ts'

const LOWERED: ReadonlySet<number> = new Set([
  BPF.LD_ABS,
  BPF.AND_K,
  BPF.JA,
  BPF.JEQ_K,
  BPF.JGT_K,
  BPF.JGE_K,
  BPF.JSET_K,
  BPF.RET_K,
])

/**
 * The reasons why `insns` is not in the language that lowering emits; empty where it is. For a program that the
 * kernel would refuse, only the problems that {@link verify} finds.
 */
export function verifyLowered(insns: Program): readonly Problem[] {
  const refused = verify(insns)
  if (refused.length > 0) return refused
  const given = program(insns)
  const reached = reachable(given)
  return given.flatMap((insn, pc) => {
    const where = `pc ${pc}`
    const problems: Problem[] = []
    if (!LOWERED.has(insn.code)) {
      const message = `code 0x${insn.code.toString(16).padStart(2, '0')} is none that lowering emits`
      problems.push({ invariant: 'P10', where, message })
    }
    if (reached[pc] !== true) problems.push({ invariant: 'P11', where, message: 'is reached from nowhere' })
    if (!isCanonical(insn)) {
      const message = 'has a value in a field that the instruction does not use'
      problems.push({ invariant: 'P12', where, message })
    }
    return problems
  })
}
