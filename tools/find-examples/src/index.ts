export { examplesIn, findExamples, misprinted } from './find-examples.ts'
export type { Example } from './find-examples.ts'
