/*
 * Giving a run up once its decision shows that its program costs too much.
 *
 * A run passes two decisions. In the first, arguments are tested as the rules say, and numbers as the program will test them. Its
 * cost with one test for each part that asks arguments (least-decision.ts) is the least that the program may cost. The second
 * decision is the one that becomes the program. Where it was seen before, the program is a known one.
 */
import type { Program } from '@seccompile/abi'
import { isSame } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { runPass } from '@seccompile/pass'
import type { Instrument, RunContext } from '@seccompile/pass'
import { argChains } from '@seccompile/pass-arg-chains'
import { bst } from '@seccompile/pass-bst'
import { lower } from '@seccompile/pass-lower'
import { leastDecision } from './least-decision.ts'

/** The decisions of runs on the same rules. */
export class SeenDecisions {
  /** Those by `bst`. */
  readonly searched: Set<Decision> = new Set()
  /** Those that become programs. They are few, and most differ in their first tests. */
  readonly #finished: Decision[] = []

  /** Adds `root`, which becomes a program, and yields whether it is new. */
  isNew(root: Decision): boolean {
    if (this.#finished.some((known) => isSame(known, root))) return false
    this.#finished.push(root)
    return true
  }
}

/** What a run was given up for; no error of a pass. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp'
}

/** Whether a run was given up with `error`. */
export function isGivenUp(error: unknown): boolean {
  return error instanceof Error && error.name === 'GivenUp'
}

/**
 * An instrument that throws {@link GivenUp} where the program of the run is known, or costs too much.
 *
 * @param costsTooMuch - whether a program costs too much; none does by default
 */
export function giveUp(seen: SeenDecisions, costsTooMuch?: (program: Program) => boolean): Instrument {
  const isHopeless = (root: Decision, { endianness }: RunContext): boolean => {
    // Another layout of the arguments may be cheaper.
    if (seen.searched.has(root)) return false
    seen.searched.add(root)
    return costsTooMuch !== undefined && costsTooMuch(runPass(lower, leastDecision(root), { endianness }))
  }
  return {
    after: (event) => {
      const { pass, after } = event
      if (pass.name === bst.name && isHopeless(after as Decision, event)) throw new GivenUp()
      if (pass.name === argChains.name && !seen.isNew(after as Decision)) throw new GivenUp()
    },
  }
}
