export { isSeccompiler, parseSeccompiler } from './parse.ts'
export type { ParseSeccompilerOptions, SeccompilerFilter } from './parse.ts'
export { writeSeccompiler } from './write.ts'
export type { WriteSeccompilerOptions } from './write.ts'
