export { createStore, DiagramLimitError, TERMINAL } from './store.ts'
export type { Node, Store, StoreLimits } from './store.ts'
export { bitAt, WORD_BITS, wordAtLeast, wordEquals, wordIntersects } from './word-predicates.ts'
export { differingWords, evaluate, reachableNodes } from './paths.ts'
