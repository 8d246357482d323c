export { lowerBound } from './lower-bound.ts'
export type { BoundOptions, LowerBound } from './lower-bound.ts'
