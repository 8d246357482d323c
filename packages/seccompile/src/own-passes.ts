/* The passes of modules that a person names, for the tools of the repository that take them as the command does. */
export { loadPasses, ownFault } from './load/passes.ts'
export type { OwnPasses } from './load/passes.ts'
