// What the measurements of the repository take beside `bench`: plans of their own.
export { measureNatively } from './measure-natively.ts'
export type { NativeWork } from './measure-natively.ts'
export { turns } from './rounds.ts'
export { answering } from './variants.ts'
