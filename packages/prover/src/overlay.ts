import { bitAt, ifWordEquals, WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { U32 } from '@seccompile/rules'
import type { Range } from '@seccompile/rules'

/** The values of a word from `lo` to `hi`, and a node for them. */
export interface OverlayPiece extends Range<number> {
  readonly to: Node
}

/**
 * The diagram `rest` with other continuations for some values of a word: for a value of `pieces`, the diagram continues with
 * `change` of the node of its piece and the continuation of that value in `rest`.
 *
 * The walk goes down the bits of the word only where a piece begins or ends. So the values need no predicate.
 *
 * @param place - the place of the word; `rest` asks no bit before it, and the nodes of pieces ask only later words
 * @param mask - the bits of the word that count. Values are those of the masked word. Where the mask is not the whole
 * word, `rest` asks no bit of the word
 * @param pieces - ascending and without overlap
 */
export function overlay(
  store: Store,
  place: number,
  mask: number,
  pieces: readonly OverlayPiece[],
  rest: Node,
  change: (to: Node, before: Node) => Node = (to) => to,
): Node {
  /** The diagram for 2^(weight + 1) values from `low` on. Each of the pieces `first` to `last` has some of them. */
  const walk = (weight: number, low: number, first: number, last: number, before: Node): Node => {
    const { lo, hi, to } = pieces[first]!
    const open = weight < 0 ? 0 : U32.max >>> (WORD_BITS - 1 - weight) // the bits from `weight` down
    if (lo <= low && hi >= low + open) return change(to, before)
    if (lo === hi && first === last && store.bitOf(before) > bitAt(place, 0))
      return ifWordEquals(store, place, (mask & open) >>> 0, (lo & open) >>> 0, change(to, before), before)
    const bit = bitAt(place, weight)
    const asks = store.bitOf(before) === bit
    const middle = low + ((1 << weight) >>> 0)
    let lower = last // the last piece that begins in the lower half
    while (lower >= first && pieces[lower]!.lo >= middle) lower -= 1
    const upper = lower >= first && pieces[lower]!.hi >= middle ? lower : lower + 1
    const zeroBefore = asks ? store.zeroOf(before) : before
    const zero = lower < first ? zeroBefore : walk(weight - 1, low, first, lower, zeroBefore)
    if (((mask >>> weight) & 1) === 0) return zero
    const oneBefore = asks ? store.oneOf(before) : before
    return store.node(bit, zero, upper > last ? oneBefore : walk(weight - 1, middle, upper, last, oneBefore))
  }
  return pieces.length === 0 ? rest : walk(WORD_BITS - 1, 0, 0, pieces.length - 1, rest)
}
