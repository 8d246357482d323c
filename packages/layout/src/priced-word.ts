/* Layouts of a word, and the choice of the cheapest. */
import type { Node } from '@seccompile/diagram'
import type { SearchTree } from '@seccompile/search'

/** A layout of a word: how to separate its continuations, which are nodes of the diagram that do not ask the word. */
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

/** A layout and its cost. The cost does not include the continuations. */
export interface PricedWord {
  readonly layout: WordLayout
  /** The weighted instructions that calls execute, and the price of the instructions in the program. */
  readonly cost: number
  /** The instructions in the program. */
  readonly insns: number
}

/** A layout that may be the cheapest. */
export interface LayoutCandidate {
  /** A lower bound of its cost. */
  readonly least: number
  readonly priced: () => PricedWord
}

/** The share by which two sums of the same weights, in different orders, may differ. */
const ROUNDING = 2 ** -40

/**
 * The cheapest of `candidates`; among equals, the first. Candidates with a low bound are laid out first. Most of the
 * others are then never laid out.
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
