import type { Label, SymbolicInsn, SymbolicProgram } from '@seccompile/cbpf'
import { assertNever } from '@seccompile/shape'
import { returnKey } from './returns.ts'

/**
 * The end of each instruction of `program`, by pc, which is its label. Every way through an instruction leads to its
 * end, and has no effect before it. An instruction with an effect is its own end, and so is a jump whose outcome
 * depends on A. Equal returns have one end: the last of them.
 */
export function endsOf(program: SymbolicProgram): readonly Label[] {
  const ends: Label[] = program.map(({ label }) => label)
  const lastReturns = new Map<number, Label>()
  const endOf = (insn: SymbolicInsn): Label => {
    switch (insn.kind) {
      case 'op':
        return insn.label
      case 'ja':
        return ends[insn.to]!
      case 'jump':
        return ends[insn.then] === ends[insn.else] ? ends[insn.then]! : insn.label
      case 'ret': {
        const last = lastReturns.get(returnKey(insn)) ?? insn.label
        lastReturns.set(returnKey(insn), last)
        return last
      }
      default:
        return assertNever(insn)
    }
  }
  // Backward, so that the ends of a jump's targets are known.
  for (let pc = program.length - 1; pc >= 0; pc -= 1) ends[pc] = endOf(program[pc]!)
  return ends
}
