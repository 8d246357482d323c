/*
 * The places of calls on a strip. Each number has a column, whether it is a call or not. A long run of numbers
 * without a call, such as that of x86_64 from 336 to 423, is a break of a few columns.
 */

/** Most calls of a strip; no ABI has as many. */
const MOST_CALLS = 1024
/** Most numbers without a call in a run that is drawn in full; a longer run is a break. */
const MOST_EMPTY = 6
const BREAK = 3

/** The columns of a strip. */
export interface Columns<Call> {
  /** The calls by number, each with its column, from 0. */
  readonly placed: readonly { readonly call: Call; readonly column: number }[]
  readonly count: number
  /** The middles of breaks. */
  readonly breaks: readonly number[]
}

/** The columns of `calls`, which may come in any order. */
export function columnsOf<Call extends { readonly nr: number }>(calls: readonly Call[]): Columns<Call> {
  const placed: { call: Call; column: number }[] = []
  const breaks: number[] = []
  let column = 0
  let last: number | undefined
  for (const call of calls.toSorted((a, b) => a.nr - b.nr).slice(0, MOST_CALLS)) {
    if (call.nr === last) continue
    if (last !== undefined) {
      const empty = call.nr - last - 1
      if (empty > MOST_EMPTY) breaks.push(column + 1 + BREAK / 2)
      column += 1 + (empty > MOST_EMPTY ? BREAK : empty)
    }
    placed.push({ call, column })
    last = call.nr
  }
  return { placed, count: placed.length === 0 ? 0 : column + 1, breaks }
}
