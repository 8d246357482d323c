import type { Direction } from '@seccompile/prover'

/** The directions of a change; the direction that needs attention first comes first. */
export const DIRECTIONS: readonly Direction[] = ['weaker', 'stricter', 'other']
