import type { Direction } from '@seccompile/prover'

/** The directions of a change, the one that needs a look first. */
export const DIRECTIONS: readonly Direction[] = ['weaker', 'stricter', 'other']
