/**
 * A tree of two-way comparisons: `ge` is value >= k, `eq` is value == k, and `found` is the continuation of the cell
 * of the value.
 */
export type SearchTree =
  | { readonly kind: 'found'; readonly to: number }
  | { readonly kind: 'ge' | 'eq'; readonly k: number; readonly then: SearchTree; readonly else: SearchTree }

/** A search tree and its cost. */
export interface Search {
  readonly tree: SearchTree
  /**
   * The executed tests, weighted by the cells, and the price of each test in the tree; `Infinity` where the search
   * found no tree.
   */
  readonly cost: number
  /** Whether no tree of two-way comparisons costs less; `false` where `cost` is `Infinity`. */
  readonly exact: boolean
}

/** The price of the tests of a tree, and the bound of its paths. */
export interface SearchLimits {
  /** The price of each test in the tree, in the unit of weights. */
  readonly price: number
  /** The most steps on a path: its tests, and the `rest` of the cell at its end. `Infinity` for no bound. */
  readonly longest: number
  /** The most equality tests in a row that is tried in place of a tree; {@link MAX_ROW} by default. */
  readonly row?: number
}

/**
 * The most equality tests in a row, by default. Weights are guesses, above all those of arguments. Where they are
 * wrong, a call should not execute hundreds of tests to save a few instructions.
 */
export const MAX_ROW = 96

/**
 * Checks the limits.
 * @throws RangeError for a price below 0, and for NaN
 */
export function checkLimits({ price, longest }: SearchLimits): void {
  if (!(price >= 0 && price < Infinity))
    throw new RangeError(`the price of a test is ${price}; expected a finite number, 0 or more`)
  if (!(longest <= Infinity))
    throw new RangeError(`the longest path is ${longest}; expected a number of steps, or Infinity`)
}

/** The tree without tests, which yields `to`. */
export function found(to: number): SearchTree {
  return { kind: 'found', to }
}

/** The number of tests in `tree`. */
export function testsIn(tree: SearchTree): number {
  return tree.kind === 'found' ? 0 : 1 + testsIn(tree.then) + testsIn(tree.else)
}

/** The most tests before `tree` finds `to`; 0 where it does not find it. */
export function depthOf(tree: SearchTree, to: number): number {
  if (tree.kind === 'found') return 0
  const leads = (at: SearchTree): boolean =>
    at.kind === 'found' ? at.to === to : leads(at.then) || leads(at.else)
  const depths = [tree.then, tree.else].filter(leads).map((part) => 1 + depthOf(part, to))
  return Math.max(0, ...depths)
}
