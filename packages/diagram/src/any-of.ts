import type { Node, Store } from './store.ts'

/**
 * The disjunction of `predicates`. It is built in halves: two halves share fewer nodes than one predicate and all
 * others.
 */
export function anyOf(store: Store, predicates: readonly Node[]): Node {
  if (predicates.length < 2) return predicates[0] ?? store.never
  const half = predicates.length >> 1
  return store.ite(
    anyOf(store, predicates.slice(0, half)),
    store.always,
    anyOf(store, predicates.slice(half)),
  )
}
