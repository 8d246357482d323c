// What the measurements of the repository take of the kernel's clock, beside `bench`: plans of their own.
export { checkFilters, checkMachine } from './clock/bench-checks.ts'
export { measureNatively } from './clock/bench-native.ts'
export type { NativePlan, NativeResult, NativeWork, NativeWorkload } from './clock/bench-native.ts'
export { turns } from './clock/bench-rounds.ts'
export { answering } from './clock/bench-variants.ts'
export { medianOf } from './clock/quantiles.ts'
