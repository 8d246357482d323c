/*
 * Turns a set of values of an argument into a diagram over its two words.
 *
 * A range from h1:l1 to h2:l2 has three parts: with the high word h1, the low words from l1 on; with a high word
 * between h1 and h2, all low words; with h2, the low words up to l2. So the high word has cells, each with a set of
 * low words. The diagram is built from all cells at once, because joining values one by one would walk the whole set
 * for each value.
 */
import { cellsNode } from '@seccompile/diagram'
import type { DiagramCell, Node, Store } from '@seccompile/diagram'
import { canonical, U32 } from '@seccompile/rules'
import type { ArgumentTest, Range, RangeSet } from '@seccompile/rules'

const low = (value: bigint): number => Number(value & 0xffff_ffffn)
const high = (value: bigint): number => Number(value >> 32n)

/** High words `lo` to `hi`, and the low words that the set has with each of them. */
export interface HighWordPiece extends Range<number> {
  /** Canonical, not empty. */
  readonly lows: RangeSet<number>
}

/** `values`, grouped by their high words; sorted and disjoint. */
export function byHighWord(values: RangeSet<bigint>): readonly HighWordPiece[] {
  const pieces: (Range<number> & { readonly lows: Range<number>[] })[] = []
  const add = (lo: number, hi: number, lows: Range<number>): void => {
    const last = pieces.at(-1)
    // Values are sorted, so only the last piece can have the same high word.
    if (last !== undefined && last.lo === lo && last.hi === hi) last.lows.push(lows)
    else pieces.push({ lo, hi, lows: [lows] })
  }
  for (const { lo, hi } of values) {
    const [h1, h2] = [high(lo), high(hi)]
    if (h1 === h2) {
      add(h1, h1, { lo: low(lo), hi: low(hi) })
      continue
    }
    add(h1, h1, { lo: low(lo), hi: U32.max })
    if (h1 + 1 < h2) add(h1 + 1, h2 - 1, { lo: 0, hi: U32.max })
    add(h2, h2, { lo: 0, hi: low(hi) })
  }
  return pieces.map(({ lo, hi, lows }) => ({ lo, hi, lows: canonical(U32, lows) }))
}

/** `cells`, which are sorted and disjoint, with cells of `rest` in the gaps between and around them. */
function withoutGaps(cells: readonly DiagramCell[], rest: Node): readonly DiagramCell[] {
  const closed: DiagramCell[] = []
  let from = 0
  for (const cell of cells) {
    if (from < cell.lo) closed.push({ lo: from, hi: cell.lo - 1, to: rest })
    closed.push(cell)
    from = cell.hi + 1
  }
  if (from <= U32.max) closed.push({ lo: from, hi: U32.max, to: rest })
  return closed
}

/** The predicate that the test of an argument holds. The words of the argument are at two places of the diagram. */
export function argumentNode(
  store: Store,
  { mask, values }: ArgumentTest,
  highPlace: number,
  lowPlace: number,
): Node {
  const lowNode = (lows: RangeSet<number>): Node => {
    const cells = lows.map(({ lo, hi }) => ({ lo, hi, to: store.always }))
    return cellsNode(store, lowPlace, low(mask), withoutGaps(cells, store.never))
  }
  const cells = byHighWord(values).map(({ lo, hi, lows }) => ({ lo, hi, to: lowNode(lows) }))
  return cellsNode(store, highPlace, high(mask), withoutGaps(cells, store.never))
}
