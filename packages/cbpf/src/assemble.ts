/*
 * From labels to distances, without ever cutting one short.
 *
 * Jumps go forward only, so we emit backwards, the last instruction first. By the time a jump is emitted all that
 * it can skip stands already, and its distances are final: nothing emitted later comes in between. No iteration
 * until sizes settle, no guess that has to be taken back.
 *
 * A conditional jump holds eight bits of distance. One that has to go farther takes, in this order,
 *   1. an instruction in reach that does the same as its target: an equal return, or a `ja` to the same place;
 *      the nearest one, which is the one emitted last;
 *   2. a copy of its target, where that is a return or a `ja`;
 *   3. a `ja` to its target, the k of which has 32 bits.
 * What 2 and 3 add stands right behind the jump. Nothing can run into it there, since the jump in front of it has
 * two explicit targets, so it costs an instruction of size, and only in case 3 one of time.
 *
 * Behind the jump is also the place where fewest are needed. The sources that need a stand-in for one target each
 * accept it in the 256 places after themselves; putting it right behind the last source that has none, as the
 * backward walk does, is the greedy way to hit all these windows with the fewest points.
 */
import { assertNever, BPF, IrError } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { program } from './program.ts'
import type { Label, SymbolicInsn, SymbolicProgram } from './symbolic.ts'

/** The most instructions that `jt` or `jf` can skip: each is a u8. */
export const MAX_SKIP = 0xff

/**
 * The program that `symbolic` stands for, far jumps resolved; where every jump is in reach, instruction for
 * instruction the same. The size is not limited here: `verify` tells when the result passes `BPF_MAXINSNS` (P1).
 *
 * Takes time linear in the number of instructions.
 * @throws IrError when a label is not unique or a target does not stand behind its jump (P4), when the last
 * instruction is an `op` (P8), or when a field does not fit (P0)
 */
export function assemble(symbolic: SymbolicProgram): Program {
  const backwards = new BackwardProgram()
  for (const [i, insn] of symbolic.toReversed().entries()) {
    if (i === 0 && insn.kind === 'op')
      throw errorAt(insn.label, 'P8', 'is the last instruction and no return')
    backwards.emit(insn)
  }
  return program(backwards.finish())
}

/** Instructions in backward order. An instruction's index here is its distance from the end, and never changes. */
class BackwardProgram {
  readonly #emitted: SockFilter[] = []
  readonly #insns = new Map<Label, { readonly insn: SymbolicInsn; readonly index: number }>()
  /** For returns by code and k, and for `ja` by target: the one emitted last. */
  readonly #returns = new Map<string, number>()
  readonly #jas = new Map<Label, number>()

  emit(insn: SymbolicInsn): void {
    if (this.#insns.has(insn.label))
      throw errorAt(insn.label, 'P4', 'has a label that another instruction has')
    switch (insn.kind) {
      case 'op':
        this.#push(insn.code, insn.k)
        break
      case 'ret':
        this.#pushReturn(insn.code, insn.k)
        break
      case 'ja':
        this.#pushJa(insn.to, this.#find(insn.to, insn.label).index)
        break
      case 'jump': {
        this.#inReach(insn.then, insn.label)
        const otherwise = this.#inReach(insn.else, insn.label)
        // A stand-in for `else` may have pushed `then` out of reach; one for `then` leaves the former at hand.
        const then = this.#inReach(insn.then, insn.label)
        this.#push(insn.code, insn.k, this.#skip(then), this.#skip(otherwise))
        break
      }
      default:
        assertNever(insn)
    }
    this.#insns.set(insn.label, { insn, index: this.#emitted.length - 1 })
  }

  finish(): readonly SockFilter[] {
    return this.#emitted.toReversed()
  }

  /** How many instructions a jump emitted next would skip to reach `index`. */
  #skip(index: number): number {
    return this.#emitted.length - index - 1
  }

  /** The index of an instruction in reach that does what the one labelled `target` does, emitted if need be. */
  #inReach(target: Label, from: Label): number {
    const { insn, index } = this.#find(target, from)
    if (this.#skip(index) <= MAX_SKIP) return index
    if (insn.kind === 'ret') {
      const nearest = this.#returns.get(returnKey(insn.code, insn.k))
      if (nearest !== undefined && this.#skip(nearest) <= MAX_SKIP) return nearest
      return this.#pushReturn(insn.code, insn.k)
    }
    const [to, toIndex] = insn.kind === 'ja' ? [insn.to, this.#find(insn.to, from).index] : [target, index]
    const nearest = this.#jas.get(to)
    if (nearest !== undefined && this.#skip(nearest) <= MAX_SKIP) return nearest
    return this.#pushJa(to, toIndex)
  }

  #find(target: Label, from: Label): { readonly insn: SymbolicInsn; readonly index: number } {
    const found = this.#insns.get(target)
    if (found === undefined)
      throw errorAt(from, 'P4', `jumps to label ${target}, which does not stand behind it`)
    return found
  }

  #push(code: number, k: number, jt = 0, jf = 0): number {
    return this.#emitted.push({ code, jt, jf, k }) - 1
  }

  #pushReturn(code: number, k: number): number {
    const index = this.#push(code, k)
    this.#returns.set(returnKey(code, k), index)
    return index
  }

  #pushJa(to: Label, toIndex: number): number {
    const index = this.#push(BPF.JA, this.#skip(toIndex))
    this.#jas.set(to, index)
    return index
  }
}

function returnKey(code: number, k: number): string {
  return `${code}:${k}`
}

function errorAt(label: Label, invariant: string, message: string): IrError {
  return new IrError('program', [{ invariant, where: `label ${label}`, message }])
}
