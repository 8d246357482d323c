/*
 * Turns labels into distances, and never truncates a distance.
 *
 * Jumps go forward only, so we emit backwards, the last instruction first. When a jump is emitted, all instructions
 * that it can skip have been emitted. Instructions emitted later stand before it, so its distances are final. No
 * iteration is needed until sizes settle, and no guess can be wrong.
 *
 * A conditional jump has eight bits for a distance. A jump that has to go farther uses, in this order,
 *   1. an instruction in reach that does the same as its target: an equal return, or a `ja` to the same place;
 *      the nearest one, which is the one emitted last;
 *   2. a copy of its target, where that is a return or a `ja`;
 *   3. a `ja` to its target, whose k has 32 bits.
 * The instruction that 2 or 3 adds, a stand-in for the target, stands right after the jump. Control cannot fall
 * through to it, since the jump before it has two explicit targets. So it adds one instruction to the size, and
 * only in case 3 one executed instruction.
 *
 * Right after the jump is also the place that needs the fewest stand-ins. Each jump that needs a stand-in for
 * one target accepts it in the 256 places after itself. The backward walk puts it right after the last jump
 * that has none in reach. That is the greedy solution of hitting all these intervals with the fewest points.
 */
import { BPF } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { assertNever, expectList, IrError } from '@seccompile/shape'
import { program } from './program.ts'
import type { Label, SymbolicInsn, SymbolicProgram } from './symbolic.ts'

/** The most instructions that `jt` or `jf` can skip: each is a u8. */
export const MAX_SKIP = 0xff

/**
 * The program of `symbolic`, far jumps resolved. Where every jump is in reach, it has the same instructions in
 * the same order. The size is not limited here: `verify` reports a result with more than `BPF_MAXINSNS`
 * instructions (P1).
 *
 * Takes time linear in the number of instructions.
 * @throws IrError when a label is not unique or a target does not stand after its jump (P4), when the last
 * instruction is an `op` (P8), or when a field does not fit (P0)
 */
export function assemble(symbolic: SymbolicProgram): Program {
  expectList(symbolic, 'program', 'label')
  const backwards = new BackwardProgram()
  const last = symbolic.at(-1)
  if (last?.kind === 'op') throw errorAt(last.label, 'P8', 'is the last instruction and no return')
  for (let at = symbolic.length - 1; at >= 0; at -= 1) backwards.emit(symbolic[at]!)
  return program(backwards.finish())
}

/**
 * Instructions in backward order. The index of an instruction is its distance from the end, and never changes.
 */
class BackwardProgram {
  readonly #emitted: SockFilter[] = []
  readonly #insns = new Map<Label, { readonly insn: SymbolicInsn; readonly index: number }>()
  /** The indices of the last emitted returns, by code and k. `#jas` has those of the last emitted `ja`, by target. */
  readonly #returns = new Map<number, number>()
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
        // The stand-in for `else` may have moved `then` out of reach. A second stand-in for `then` does not
        // move `else` out of reach again.
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

  /** The number of instructions that a jump emitted next would skip to reach `index`. */
  #skip(index: number): number {
    return this.#emitted.length - index - 1
  }

  /**
   * The index of an instruction in reach that does the same as the one labelled `target`; it is emitted if
   * needed.
   */
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

/** A key for returns with the same effect: `k` is a u32, and `code` stands above it. */
function returnKey(code: number, k: number): number {
  return code * 2 ** 32 + k
}

function errorAt(label: Label, invariant: string, message: string): IrError {
  return new IrError('program', [{ invariant, where: `label ${label}`, message }])
}
