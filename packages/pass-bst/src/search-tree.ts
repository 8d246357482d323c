/*
 * What a search for the cell of a word comes to: a tree of thresholds and equalities, not yet nodes of a graph, so
 * that searches can be compared by what they cost before one of them is built.
 */
import { assertNever } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import type { Cell } from './cells.ts'

/** A cell and how often it is reached, relative to the others. */
export interface WeightedCell extends Cell {
  /** 0 or more. */
  readonly weight: number
  /** Instructions executed at most after the cell is found, the return included; 0 where nobody asks. */
  readonly rest?: number
}

/** Adjacent cells that go on alike made one, which weighs what they do together. */
export function mergeWeighed(cells: readonly WeightedCell[]): readonly WeightedCell[] {
  const merged: WeightedCell[] = []
  for (const cell of cells) {
    const last = merged.at(-1)
    if (last?.to === cell.to)
      merged[merged.length - 1] = { ...last, hi: cell.hi, weight: last.weight + cell.weight }
    else merged.push(cell)
  }
  return merged
}

/** A search: `ge` value >= k, `eq` value == k. */
export type SearchTree =
  | { readonly kind: 'found'; readonly to: number }
  | { readonly kind: 'ge' | 'eq'; readonly k: number; readonly then: SearchTree; readonly else: SearchTree }

/** A search tree, and what it comes to. */
export interface Search {
  readonly tree: SearchTree
  /** Tests executed, weighted by the cells, and the price of each test that is there. */
  readonly cost: number
  /** Whether no tree costs less; see exact-search.ts for which trees these are. */
  readonly exact: boolean
}

/** What a search may cost. */
export interface SearchLimits {
  /** What a test in the program costs, in the unit of weights: see `PassContext.insnCost`. */
  readonly price: number
  /** Instructions executed at most, the tests and the rest of the cell that they find; `Infinity` for no bound. */
  readonly longest: number
}

/** The word that a tree searches, and the mask it is looked at through. */
export interface Subject {
  readonly word: Word
  /** u32, not 0. */
  readonly mask: number
}

/** The tree that is just `to`. */
export function found(to: number): SearchTree {
  return { kind: 'found', to }
}

/** `tree` as a graph of tests of `subject`, with `nodeOf` what is found in its place. */
export function build(
  builder: DecisionBuilder,
  subject: Subject,
  tree: SearchTree,
  nodeOf: (to: number) => Decision,
): Decision {
  const walk = (at: SearchTree): Decision => {
    switch (at.kind) {
      case 'found':
        return nodeOf(at.to)
      case 'ge':
      case 'eq':
        return builder.test({ ...subject, op: at.kind, k: at.k }, walk(at.then), walk(at.else))
      default:
        return assertNever(at)
    }
  }
  return walk(tree)
}

/** Tests that `tree` takes at most to find `to`; 0 where it does not find it. */
export function depthOf(tree: SearchTree, to: number): number {
  if (tree.kind === 'found') return 0
  const leads = (at: SearchTree): boolean =>
    at.kind === 'found' ? at.to === to : leads(at.then) || leads(at.else)
  const depths = [tree.then, tree.else].filter(leads).map((part) => 1 + depthOf(part, to))
  return Math.max(0, ...depths)
}
