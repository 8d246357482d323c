/*
 * Instructions that put a value into A that nothing reads.
 *
 * A is live at a place where some way from there reads it before it is overwritten. Jumps go forward only. So one
 * walk backward finds for every instruction whether A is live behind it. An instruction that the walk drops does not
 * count as a reader, so `ld [0]; and #1; ld [4]` loses both of the first two at once.
 */
import { BPF } from '@seccompile/abi'
import { readsA, writesA } from '@seccompile/cbpf'
import type { Label, SymbolicInsn, SymbolicProgram } from '@seccompile/cbpf'
import { assertNever } from '@seccompile/shape'
import { changesOnlyA } from './accumulator.ts'

/** The labels of the instructions of `program` whose only effect is a value of A that nothing reads. */
export function unreadChanges(program: SymbolicProgram): ReadonlySet<Label> {
  const unread = new Set<Label>()
  /** The instructions before which A is live. */
  const live = new Set<Label>()
  let next: SymbolicInsn | undefined

  const isLiveBefore = (insn: SymbolicInsn): boolean => {
    switch (insn.kind) {
      case 'ret':
        return insn.code === BPF.RET_A
      case 'ja':
        return live.has(insn.to)
      case 'jump':
        return true
      case 'op': {
        const isLiveAfter = next !== undefined && live.has(next.label)
        if (changesOnlyA(insn.code) && !isLiveAfter) {
          unread.add(insn.label)
          return false
        }
        return readsA(insn.code) || (isLiveAfter && !writesA(insn.code))
      }
      default:
        return assertNever(insn)
    }
  }
  for (const insn of program.toReversed()) {
    if (isLiveBefore(insn)) live.add(insn.label)
    next = insn
  }
  return unread
}
