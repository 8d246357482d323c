// The tables of calls behind the lint rules, for packages that add calls to a policy instead of finding that they lack.
export { libcFallbacks } from './calls/libc-fallbacks.ts'
export type { LibcFallback } from './calls/libc-fallbacks.ts'
export { libcFunctions } from './calls/libc-functions.ts'
export type { LibcCall, LibcFunction } from './calls/libc-functions.ts'
