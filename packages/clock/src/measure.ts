// The entry point for measurements of the repository that `bench` does not offer: they make their own plans.
export { measureNatively } from './measure-natively.ts'
export type { NativeWork } from './measure-natively.ts'
export { turns } from './rounds.ts'
export { answering } from './variants.ts'
