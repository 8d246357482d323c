/*
 * Decides which rule may move before which.
 *
 * The order of two rules matters only for numbers that both hold, and only if their verdicts differ: of two rules
 * with one verdict, either may match first. So a rule may move up until it meets an earlier rule that shares a cell
 * with it and has another verdict. A reordering therefore remembers two places for each cell: the last rule so far,
 * and the last rule with another verdict than that one.
 */
import type { Verdict } from '@seccompile/abi'

/** The rules that a later rule may not pass, cell by cell. */
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
