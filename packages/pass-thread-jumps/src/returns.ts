/*
 * Chooses a return for each jump among several equal ones, so that as few returns as possible stay in use.
 *
 * A conditional jump can take any return in the 256 places behind it that its eight bits reach. So each jump has a
 * window, and all windows have one width. Wanted are the fewest returns such that every window has one. Where the
 * instruction before a return runs into it, the return stays in any case, and serves every jump that reaches it.
 *
 * For the other returns, the greedy choice is the best there is. In the order of the program, a jump takes the
 * return that was chosen last if that is still ahead. Else it chooses the farthest return in its reach, which
 * serves the most jumps to come.
 */
import type { Label, SymbolicProgram, SymbolicRet } from '@seccompile/cbpf'

/** A key that is equal for returns of equal effect: `k` is the low 32 bits, `code` stands above it. */
export function returnKey({ code, k }: SymbolicRet): number {
  return code * 2 ** 32 + k
}

/** The equal returns of one kind in living code, in order: `all` of them, and the `fixed` ones, which the instruction before runs into. */
interface Equals {
  readonly all: Label[]
  readonly fixed: Label[]
}

/** Chooses returns of one program, where labels are pcs, for jumps in the order in which they stand. */
export class ReturnChoice {
  readonly #equals = new Map<number, Equals>()
  readonly #chosen = new Map<number, Label>()

  /** @param reached - by pc, whether code is living; a return in dead code stays dead */
  constructor(program: SymbolicProgram, reached: readonly boolean[]) {
    for (let pc = 0; pc < program.length; pc += 1) {
      const insn = program[pc]!
      if (insn.kind !== 'ret' || reached[pc] !== true) continue
      const key = returnKey(insn)
      const equals = this.#equals.get(key) ?? { all: [], fixed: [] }
      equals.all.push(pc)
      if (program[pc - 1]?.kind === 'op' && reached[pc - 1] === true) equals.fixed.push(pc)
      this.#equals.set(key, equals)
    }
  }

  /**
   * The return equal to `insn` for a jump at `from`: behind `from` and not behind `limit`; `undefined` where there is
   * none.
   */
  take(insn: SymbolicRet, from: Label, limit: number): Label | undefined {
    const key = returnKey(insn)
    const inReach = (pc: Label): boolean => pc > from && pc <= limit
    const { all = [], fixed = [] } = this.#equals.get(key) ?? {}
    const chosen = this.#chosen.get(key)
    const ready = fixed.findLast(inReach) ?? (chosen !== undefined && inReach(chosen) ? chosen : undefined)
    if (ready !== undefined) return ready
    const farthest = all.findLast(inReach)
    if (farthest !== undefined) this.#chosen.set(key, farthest)
    return farthest
  }
}
