/*
 * Which rule may pass which.
 *
 * The order of two rules matters only for a number that both hold and only where their verdicts differ: of rules
 * with one verdict, whichever matches first, the outcome is the same. So a rule may move up to the last earlier one
 * that shares a cell with it and has another verdict. That is all a reordering needs to remember of the past: for
 * each cell the greatest place of any rule, and the greatest of one whose verdict is not that rule's.
 */
import type { Verdict } from '@seccompile/abi'

/** What stands in a rule's way, cell by cell. */
export interface Conflicts {
  /** The greatest place noted for `cell` with a verdict other than `verdict`; -1 where there is none. */
  last(cell: number, verdict: Verdict): number
  /** Notes a rule with `verdict` at `place`, 0 or more, for `cell`. */
  note(cell: number, verdict: Verdict, place: number): void
}

/** A {@link Conflicts} for cells 0 to `cells - 1` with nothing noted. */
export function conflicts(cells: number): Conflicts {
  const verdicts = new Uint32Array(cells)
  const places = new Float64Array(cells).fill(-1) // a place can be a u32
  const others = new Float64Array(cells).fill(-1)
  return {
    last: (cell, verdict) => (verdicts[cell] === verdict ? others[cell]! : places[cell]!),
    note: (cell, verdict, place) => {
      if (verdicts[cell] === verdict) {
        places[cell] = Math.max(places[cell]!, place)
      } else if (place > places[cell]!) {
        others[cell] = places[cell]!
        places[cell] = place
        verdicts[cell] = verdict
      } else {
        others[cell] = Math.max(others[cell]!, place)
      }
    },
  }
}
