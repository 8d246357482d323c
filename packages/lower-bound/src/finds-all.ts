import type { SearchTree, WeightedCell } from '@seccompile/search'

/** The leaf of `tree` that `value` comes to. */
function leafOf(tree: SearchTree, value: number): SearchTree & { readonly kind: 'found' } {
  let at = tree
  while (at.kind !== 'found') at = (at.kind === 'eq' ? value === at.k : value >= at.k) ? at.then : at.else
  return at
}

/**
 * Whether some tree for `cells` costs what `tree` costs, which finds only `part` of them. The cells beside the part weigh nothing.
 * Each leaf of `tree` that they come to has their continuation, or no weight: then more tests below it are free.
 */
export function findsAll(
  tree: SearchTree,
  part: readonly WeightedCell[],
  cells: readonly WeightedCell[],
): boolean {
  const weights = new Map<SearchTree, number>()
  for (const { lo, weight } of part) {
    const leaf = leafOf(tree, lo)
    weights.set(leaf, (weights.get(leaf) ?? 0) + weight)
  }
  // No test of `tree` divides the cells on one side of the part.
  return cells.every(({ lo, to }) => {
    const leaf = leafOf(tree, lo)
    return leaf.to === to || (weights.get(leaf) ?? 0) === 0
  })
}
