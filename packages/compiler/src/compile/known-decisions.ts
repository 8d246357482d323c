/*
 * Decides which trials end early.
 *
 * A trial of the searching passes makes two decisions. In the first, by `bst`, arguments are tested as the rules say,
 * and numbers as the program will test them. Take this decision with one test in place of each part that asks
 * arguments (least-decision.ts): its cost is a lower bound of the cost of the program. The second decision becomes
 * the program. Where an earlier trial had the same decision, its program is known. Both facts hold only for these
 * passes, so a trial of other passes always ends with a program.
 */
import type { Endianness, Program } from '@seccompile/abi'
import { isSame } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { runPass } from '@seccompile/pass'
import type { AnyPass, IrByLevel, Level } from '@seccompile/pass'
import { argChains } from '@seccompile/pass-arg-chains'
import { bst } from '@seccompile/pass-bst'
import { lower } from '@seccompile/pass-lower'
import { leastDecision } from './least-decision.ts'

/** The decisions of trials of the searching passes on the same rules. */
export class KnownDecisions {
  readonly #endianness: Endianness
  /** The decisions by `bst`. */
  readonly #searched: Set<Decision> = new Set()
  /** The decisions that become programs. They are few, and most differ in their first tests. */
  readonly #finished: Decision[] = []

  constructor(endianness: Endianness) {
    this.#endianness = endianness
  }

  /**
   * Whether the trial that has made `ir`, the output of `pass`, is dropped: its program is known, or costs too much.
   * @param costsTooMuch - whether a program costs too much; if absent, no program does
   */
  isHopeless(pass: AnyPass, ir: IrByLevel[Level], costsTooMuch?: (program: Program) => boolean): boolean {
    if (pass === bst) return this.#isDear(ir as Decision, costsTooMuch)
    return pass === argChains && this.#isKnown(ir as Decision)
  }

  #isDear(root: Decision, costsTooMuch: ((program: Program) => boolean) | undefined): boolean {
    if (this.#searched.has(root)) return false // another layout of the arguments may be cheaper
    this.#searched.add(root)
    if (costsTooMuch === undefined) return false
    return costsTooMuch(runPass(lower, leastDecision(root), { endianness: this.#endianness }))
  }

  #isKnown(root: Decision): boolean {
    if (this.#finished.some((known) => isSame(known, root))) return true
    this.#finished.push(root)
    return false
  }
}
