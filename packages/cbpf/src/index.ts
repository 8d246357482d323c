export { isAccepted, isConditional, isReturn, readsK } from './code.ts'
export { canonical, isCanonical, program, size } from './program.ts'
export { freshLabel, redirect, remove, symbolic } from './symbolic.ts'
export type {
  Label,
  SymbolicInsn,
  SymbolicJa,
  SymbolicJump,
  SymbolicOp,
  SymbolicProgram,
  SymbolicRet,
} from './symbolic.ts'
export { assemble } from './assemble.ts'
