export { examplesIn, findExamples, misprinted } from './find-examples.ts'
export type { CodeExample } from './find-examples.ts'
export { findPolicies, policiesIn } from './find-policies.ts'
export type { PolicyExample } from './find-policies.ts'
