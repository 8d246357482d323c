/*
 * Instructions that put a value into A that nobody looks at.
 *
 * A is live where some way from there looks at it before it is overwritten. Jumps go forward only, so one walk
 * backward knows what is live behind every instruction when it comes to it. What it drops counts as no reader, so
 * `ld [0]; and #1; ld [4]` loses both of the first two at once.
 */
import { assertNever, BPF } from '@seccompile/abi'
import { readsA, writesA } from '@seccompile/cbpf'
import type { Label, SymbolicInsn, SymbolicProgram } from '@seccompile/cbpf'
import { changesOnlyA } from './accumulator.ts'

/** The labels of instructions of `program` that do nothing but change A where no way looks at A. */
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
