export { lowerBound } from './lower-bound.ts'
export type { BoundOptions, LowerBound, WeightedArguments } from './lower-bound.ts'
