/*
 * Why recorded calls take their time: the instructions that a filter executes for them, and the jumps that a
 * predictor without memory gets wrong.
 *
 * A predictor without memory knows only the more frequent side of each jump, and is wrong each time the other side is
 * taken. A real predictor also uses the branches before the call, so it is wrong less often.
 */
import type { Program } from '@seccompile/abi'
import { isConditional } from '@seccompile/cbpf'
import { runWords } from '@seccompile/interpreter'
import type { NativeCall } from '@seccompile/clock'
import type { AbiTable } from '@seccompile/syscalls'

/** Means over the calls of a sequence. */
export interface PlayedCost {
  /** Instructions executed for a call, the return included. */
  readonly executed: number
  /** Jumps of a call that take the side which the calls of the sequence take less often. */
  readonly mispredictable: number
}

/** The words of a call on `abi`, in the order of `seccomp_data`. */
export function wordsOf({ nr, args = [] }: NativeCall, { auditArch }: AbiTable): Uint32Array {
  const words = new Uint32Array(16)
  words.set([nr, auditArch])
  for (const [i, arg] of args.entries())
    words.set([Number(arg & 0xffff_ffffn), Number(BigInt.asUintN(64, arg) >> 32n)], 4 + 2 * i)
  return words
}

/** The cost of `program` for `calls` on `abi`. */
export function playedCost(program: Program, calls: readonly NativeCall[], abi: AbiTable): PlayedCost {
  const [come, taken] = [new Float64Array(program.length), new Float64Array(program.length)]
  let steps = 0
  for (const call of calls) {
    const ran = runWords(program, wordsOf(call, abi), 'little', (pc, next) => {
      const insn = program[pc]!
      if (!isConditional(insn.code) || insn.jt === insn.jf) return
      come[pc]! += 1
      if (next === pc + 1 + insn.jt) taken[pc]! += 1
    })
    steps += ran.steps
  }
  const lighter = come.reduce((sum, all, pc) => sum + Math.min(taken[pc]!, all - taken[pc]!), 0)
  return { executed: steps / calls.length, mispredictable: lighter / calls.length }
}
