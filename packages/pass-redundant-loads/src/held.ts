/*
 * Instructions that give A a value that it has already.
 *
 * A walk forward finds the value of A before each instruction, where all ways to the instruction agree on it. The
 * value is a word, or the bits of a word that an `and` left. Jumps go forward only, so all these ways have been
 * walked before. Take a run of instructions that change nothing but A. Where A has the same value after the run as
 * before it, the run has no effect. Examples are `ld [16]` where A holds that word, and `ld [16]; and #1` where A
 * holds bit 0 of it; each half of the second run has an effect alone.
 *
 * Each way into such a run skips it independently of the others. A jump with the right value in A gets a target
 * behind the run, even where other jumps have to go through the run. A run that every way into it skips is removed. A
 * jump is moved only as far as its eight bits reach, so no instruction has to be added to keep it in reach.
 *
 * Loads in dead code are removed as well. Other dead code stays: a store in it can be what makes the kernel
 * accept a read behind it (net/core/filter.c: check_load_and_stores()).
 */
import { BPF } from '@seccompile/abi'
import { MAX_SKIP, remove, writesA } from '@seccompile/cbpf'
import type { Label, SymbolicInsn, SymbolicOp, SymbolicProgram } from '@seccompile/cbpf'
import { assertNever } from '@seccompile/shape'
import { changesOnlyA } from './accumulator.ts'

/** A value that A may have: the word of `seccomp_data` at byte `offset`, and `mask`. */
interface LoadedBits {
  readonly offset: number
  readonly mask: number
}

/** The value of A; `undefined` where it is no word, or differs between ways. */
type AccumulatorBits = LoadedBits | undefined

const WHOLE_WORD = 0xffff_ffff

function same(a: AccumulatorBits, b: AccumulatorBits): boolean {
  return a?.offset === b?.offset && a?.mask === b?.mask
}

/** The value of A after `op`. */
function after({ code, k }: SymbolicOp, held: AccumulatorBits): AccumulatorBits {
  if (code === BPF.LD_ABS) return { offset: k, mask: WHOLE_WORD }
  if (code === BPF.AND_K) return held && { offset: held.offset, mask: (held.mask & k) >>> 0 }
  return writesA(code) ? undefined : held
}

/**
 * The farthest place, from `from` on, at which a way with `held` in A can start instead of at `from`. The search ends
 * at the first place for which `isLast` holds.
 */
function skipTo(
  program: SymbolicProgram,
  from: number,
  held: AccumulatorBits,
  isLast: (index: number) => boolean,
): number {
  if (held === undefined) return from
  let end = from
  let now: AccumulatorBits = held
  for (let index = from; !isLast(index); index += 1) {
    const insn = program[index]
    if (insn?.kind !== 'op' || !changesOnlyA(insn.code)) break
    now = after(insn, now)
    if (same(now, held)) end = index + 1
  }
  return end
}

/** `program` without instructions that together give A the value it already has; the same object where none go. */
export function skipHeld(program: SymbolicProgram): SymbolicProgram {
  const indexes = new Map<Label, number>()
  for (const { label } of program) indexes.set(label, indexes.size)
  /** By index, the value of A on the ways that have been walked so far; `null` where there is none yet. */
  const arrived: (AccumulatorBits | null)[] = program.map(() => null)
  const arrive = (index: number, held: AccumulatorBits): void => {
    const others = arrived[index]
    arrived[index] = others === null || same(others, held) ? held : undefined
  }
  const jumpedTo = new Set<number>()
  const gone = new Set<Label>()
  let hasMoved = false

  const walk = (insn: SymbolicInsn, index: number): SymbolicInsn => {
    const held = arrived[index]
    if (held === null) return insn // never executed, or part of a removed run
    const move = (target: Label, limit: number): Label => {
      const end = skipTo(program, indexes.get(target)!, held, (at) => at >= limit)
      jumpedTo.add(end)
      arrive(end, held)
      const to = program[end]!.label // the last instruction is no op, so a run ends before it
      if (to !== target) hasMoved = true
      return to
    }
    switch (insn.kind) {
      case 'ret':
        return insn
      case 'ja':
        return { ...insn, to: move(insn.to, Infinity) }
      case 'jump': {
        const limit = index + 1 + MAX_SKIP
        const then = move(insn.then, limit)
        const otherwise = move(insn.else, limit)
        return then === insn.then && otherwise === insn.else ? insn : { ...insn, then, else: otherwise }
      }
      case 'op': {
        // All jumps into the run stand before it, so the walk has seen them. None may land in its middle.
        const end = skipTo(program, index, held, (at) => at > index && jumpedTo.has(at))
        if (end === index) {
          arrive(index + 1, after(insn, held))
          return insn
        }
        gone.add(insn.label) // no way arrives at the rest of the run
        arrive(end, held)
        return insn
      }
      default:
        return assertNever(insn)
    }
  }
  arrive(0, undefined) // A starts as 0, which is no word
  const walked = program.map(walk)
  program.forEach((insn, index) => {
    if (arrived[index] === null && insn.kind === 'op' && changesOnlyA(insn.code)) gone.add(insn.label)
  })
  return remove(hasMoved ? walked : program, gone)
}
