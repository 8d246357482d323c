/*
 * A word tested bit by bit: a `jset` for each node of the diagram that asks the word.
 *
 * Where bits decide, and not values, a few nodes stand for many ranges. The multiples of 3 below 7,500 are 2,500
 * ranges, but 97 nodes. A layout by searches executes fewer tests for a call, but has many more instructions. The
 * price of an instruction decides which layout is cheaper. Nodes are shared, so the comparison counts each test of
 * the program once (measured-layout.ts), instead of summing over the parts.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import { WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import type { WordLayout } from './priced-word.ts'
import { WORD_END } from './word-samples.ts'

/** The number of nodes under `root` that ask the word; `undefined` where there are more than `most`. */
function nodesOfWord(store: Store, root: Node, most: number): number | undefined {
  const seen = new Set<Node>()
  // The recursion is at most as deep as a word has bits, so it is safe.
  const walk = (node: Node): boolean => {
    if (store.bitOf(node) >= WORD_END || seen.has(node)) return true
    seen.add(node)
    return seen.size <= most && walk(store.zeroOf(node)) && walk(store.oneOf(node))
  }
  const isWhole = walk(root)
  store.take(seen.size)
  return isWhole ? seen.size : undefined
}

/** The layout by bits, the highest first, of the word that `root` asks first. */
function layoutByBits(store: Store, root: Node): WordLayout {
  const made = new Map<Node, WordLayout>()
  // The recursion is at most as deep as a word has bits, so it is safe.
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
 * Yields the layout by bits of the word that a node asks first; `undefined` where that takes more tests than the word
 * has ranges, or than a filter holds. `ranges` is the number of ranges of the word, or Infinity where they were not
 * counted.
 */
export type BitsOf = (root: Node, ranges: number) => WordLayout | undefined

/** {@link BitsOf} of `store`. It makes each layout once, but counts the steps of a layout each time. */
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

/**
 * The layout that is `zero` where the bit of `mask` is 0, else `one`. Where `zero` begins with a `jset` that also
 * leads to `one`, a single `jset` tests both.
 */
function joined(mask: number, zero: WordLayout, one: WordLayout): WordLayout {
  return zero.kind === 'cube' && zero.else === one
    ? { ...zero, mask: (mask | zero.mask) >>> 0 }
    : { kind: 'cube', mask, value: 0, then: zero, else: one }
}
