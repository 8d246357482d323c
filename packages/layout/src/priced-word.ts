/* Layouts of a word, and the choice of the cheapest. */
import type { Node } from '@seccompile/diagram'
import type { SearchTree } from '@seccompile/search'

/** How to tell the continuations of a word apart: nodes of the diagram that do not ask the word. */
export type WordLayout =
  | { readonly kind: 'exit'; readonly to: Node }
  | { readonly kind: 'search'; readonly mask: number; readonly tree: SearchTree }
  | {
      readonly kind: 'cube'
      readonly mask: number
      readonly value: number
      readonly then: WordLayout
      readonly else: WordLayout
    }

/** A layout and its cost, without the continuations. */
export interface PricedWord {
  readonly layout: WordLayout
  /** The weighted instructions that calls execute, and the price of the instructions in the program. */
  readonly cost: number
  /** The instructions in the program. */
  readonly insns: number
}

/** A layout that may be the cheapest. */
export interface LayoutCandidate {
  /** No more than its cost. */
  readonly least: number
  readonly priced: () => PricedWord
}

/** Sums of the same weights in another order differ by less than this share. */
const ROUNDING = 2 ** -40

/**
 * The cheapest of `candidates`; of equal ones the first. Those that could be cheapest are laid out before the others, most of
 * which are then not laid out at all.
 */
export function cheapest(candidates: readonly LayoutCandidate[]): PricedWord {
  if (candidates.length === 1) return candidates[0]!.priced()
  const order = [...candidates.keys()].sort((a, b) => candidates[a]!.least - candidates[b]!.least || a - b)
  let at = order[0]!
  let best = candidates[at]!.priced()
  for (const place of order.slice(1)) {
    const { least, priced } = candidates[place]!
    if (least > best.cost * (1 + ROUNDING)) continue
    const made = priced()
    if (made.cost > best.cost || (made.cost === best.cost && place > at)) continue
    at = place
    best = made
  }
  return best
}
