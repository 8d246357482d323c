import type { SearchTree, WeightedCell } from '@seccompile/search'

/** The leaf at which `tree` finds `value`. */
function leafOf(tree: SearchTree, value: number): SearchTree & { readonly kind: 'found' } {
  let at = tree
  while (at.kind !== 'found') at = (at.kind === 'eq' ? value === at.k : value >= at.k) ? at.then : at.else
  return at
}

/**
 * Whether some tree for `cells` has the cost of `tree`, which finds only `part` of them. The cells beside the part
 * have no weight. For each such cell, the leaf of `tree` must have its continuation, or no weight: further tests
 * below a leaf without weight cost nothing.
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
