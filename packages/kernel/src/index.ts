export { KernelError } from './kernel-error.ts'
export type { KernelErrorCode, KernelErrorFacts } from './kernel-error.ts'
