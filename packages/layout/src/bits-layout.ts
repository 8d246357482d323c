/*
 * A word tested bit by bit: a `jset` for each node of the diagram that asks the word.
 *
 * Where bits decide, and not values, few nodes have many ranges. The multiples of 3 below 7,500 are 2,500 ranges and 97 nodes.
 * A search of parts of the word executes fewer tests for a call, and its parts are many. The price of an instruction says which
 * layout is the cheaper one. Nodes are shared, so the two are compared by the tests that a program holds once
 * (measured-layout.ts), and not by the sums of their parts.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import { WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import type { WordLayout } from './priced-word.ts'
import { WORD_END } from './word-samples.ts'

/** How many nodes under `root` ask the word; `undefined` where there are more than `most`. */
function nodesOfWord(store: Store, root: Node, most: number): number | undefined {
  const seen = new Set<Node>()
  // As deep as there are bits in a word, so recursion is safe.
  const walk = (node: Node): boolean => {
    if (store.bitOf(node) >= WORD_END || seen.has(node)) return true
    seen.add(node)
    return seen.size <= most && walk(store.zeroOf(node)) && walk(store.oneOf(node))
  }
  const isWhole = walk(root)
  store.take(seen.size)
  return isWhole ? seen.size : undefined
}

/** The layout of the word that stands first in `root` by its bits, the highest first. */
function layoutByBits(store: Store, root: Node): WordLayout {
  const made = new Map<Node, WordLayout>()
  // As deep as there are bits in a word, so recursion is safe.
  const layoutOf = (node: Node): WordLayout => {
    const bit = store.bitOf(node)
    const layout =
      made.get(node) ??
      (bit >= WORD_END
        ? ({ kind: 'exit', to: node } as const)
        : joined(
            (1 << (WORD_BITS - 1 - bit)) >>> 0,
            layoutOf(store.zeroOf(node)),
            layoutOf(store.oneOf(node)),
          ))
    made.set(node, layout)
    return layout
  }
  return layoutOf(root)
}

/**
 * Yields the layout by its bits of the word that stands first in a node; `undefined` where that takes more tests than the word has
 * ranges, or than a filter holds. `ranges` is how many ranges the values of the word have, and Infinity where they were not counted.
 */
export type BitsOf = (root: Node, ranges: number) => WordLayout | undefined

/** {@link BitsOf} of `store`, which makes each layout once. The steps of a layout are counted each time. */
export function bitsLayouts(store: Store): BitsOf {
  const known = new Map<Node, { readonly nodes: number; readonly layout: WordLayout }>()
  return (root, ranges) => {
    const most = Math.min(ranges, BPF_MAXINSNS)
    const before = known.get(root)
    if (before !== undefined) {
      store.take(Math.min(before.nodes, most + 1))
      return before.nodes <= most ? before.layout : undefined
    }
    const nodes = nodesOfWord(store, root, most)
    if (nodes === undefined) return undefined
    const layout = layoutByBits(store, root)
    known.set(root, { nodes, layout })
    return layout
  }
}

/** `zero` where the bit of `mask` is 0, else `one`. Where `zero` begins with a `jset` that leads to `one` too, one `jset` tests both. */
function joined(mask: number, zero: WordLayout, one: WordLayout): WordLayout {
  return zero.kind === 'cube' && zero.else === one
    ? { ...zero, mask: (mask | zero.mask) >>> 0 }
    : { kind: 'cube', mask, value: 0, then: zero, else: one }
}
