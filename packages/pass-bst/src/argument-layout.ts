/*
 * Arguments as word tests.
 *
 * A predicate is laid out with the two nodes it leads to in hand: `all` tries its parts in order and leaves at the
 * first that fails, `any` at the first that holds, and the graph shares what they lead to.
 *
 * A set of 64-bit values becomes a search over the high word, whose cells hold sets of low words: a range from
 * h1:l1 to h2:l2 is, for the high word h1, the low words from l1 up; between h1 and h2 all of them; for h2 those up
 * to l2. High words with equal sets of low words are one cell, so the common case of small values costs one test of
 * the high half. We guess that half to be 0, where most arguments lie, and weigh that cell accordingly.
 */
import { argHigh, argLow, assertNever } from '@seccompile/abi'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import type { ArgumentTest, Predicate, Range, RangeSet } from '@seccompile/rules'
import { canonical, U32 } from '@seccompile/rules'
import { mergeCells } from './cells.ts'
import type { Cell } from './cells.ts'
import { searchTree } from './tree.ts'
import type { Subject } from './tree.ts'

const low = (value: bigint): number => Number(value & 0xffff_ffffn)
const high = (value: bigint): number => Number(value >> 32n)

/** How much likelier the high word of an argument is 0 than in any other cell. */
const ZERO_WEIGHT = 16

/** Sorted disjoint ranges with a value each, and `rest` in the gaps and around them: a list without gaps up to `max`. */
function fillGaps(ranges: readonly Cell[], max: number, rest: Decision): readonly Cell[] {
  const cells: Cell[] = []
  let from = 0
  for (const cell of ranges) {
    if (from < cell.lo) cells.push({ lo: from, hi: cell.lo - 1, node: rest })
    cells.push(cell)
    from = cell.hi + 1
  }
  if (from <= max) cells.push({ lo: from, hi: max, node: rest })
  return cells
}

/** What laying out needs beside the condition. */
export interface LayoutContext {
  readonly builder: DecisionBuilder
  /** See `PassContext.insnCost`. */
  readonly insnCost: number
}

function search(
  { builder, insnCost }: LayoutContext,
  subject: Subject,
  cells: readonly Cell[],
  zeroWeight: number,
): Decision {
  const merged = mergeCells(cells)
  const weighted = merged.map((cell) => ({ ...cell, weight: cell.lo === 0 ? zeroWeight : 1 }))
  const [only] = weighted
  // `(word & mask) == 0` is one `set` test, where equality would need an `and` before it.
  const single = weighted.length === 2 && only !== undefined && only.hi === 0
  if (single && subject.mask !== U32.max)
    return builder.test(
      { word: subject.word, mask: U32.max, op: 'set', k: subject.mask },
      weighted[1]!.node,
      only.node,
    )
  return searchTree(builder, subject, weighted, insnCost)
}

/** High words and, for each, the low words that belong to `values`; sorted, disjoint, low words canonical. */
function byHighWord(
  values: RangeSet<bigint>,
): readonly (Range<number> & { readonly lows: RangeSet<number> })[] {
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

function layOutTest(
  context: LayoutContext,
  test: ArgumentTest,
  then: Decision,
  otherwise: Decision,
): Decision {
  const lowMask = low(test.mask)
  const highMask = high(test.mask)
  const lowSearch = (lows: RangeSet<number>): Decision => {
    // Where the mask keeps nothing of the word, the word is 0.
    if (lowMask === 0) return lows[0]?.lo === 0 ? then : otherwise
    const possible = lows.filter(({ lo }) => lo <= lowMask)
    const cells = possible.map(({ lo, hi }) => ({ lo, hi: Math.min(hi, lowMask), node: then }))
    return search(
      context,
      { word: argLow(test.index), mask: lowMask },
      fillGaps(cells, lowMask, otherwise),
      1,
    )
  }
  const highs = byHighWord(test.values).map(({ lo, hi, lows }) => ({ lo, hi, node: lowSearch(lows) }))
  if (highMask === 0) return highs[0]?.lo === 0 ? highs[0].node : otherwise
  return search(
    context,
    { word: argHigh(test.index), mask: highMask },
    fillGaps(highs, highMask, otherwise),
    ZERO_WEIGHT,
  )
}

/** The node that leads to `then` where `predicate` holds and to `otherwise` where not; both from the context's builder. */
export function layOut(
  context: LayoutContext,
  predicate: Predicate,
  then: Decision,
  otherwise: Decision,
): Decision {
  switch (predicate.kind) {
    case 'argument':
      return layOutTest(context, predicate, then, otherwise)
    case 'all':
      return predicate.of.reduceRight((next, part) => layOut(context, part, next, otherwise), then)
    case 'any':
      return predicate.of.reduceRight((next, part) => layOut(context, part, then, next), otherwise)
    default:
      return assertNever(predicate)
  }
}
