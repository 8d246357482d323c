export { ALU_OPERATORS, aluOp, isAccepted, isConditional, isReturn, isXForm, readsK } from './code.ts'
export type { AluOp } from './code.ts'
export { canonical, isCanonical, program, size } from './program.ts'
export { encode } from './encode.ts'
export { decode } from './decode.ts'
export { reachable, successors } from './flow.ts'
export { REGISTER, readsA, writesA } from './effect.ts'
export { liveRegisters } from './live-registers.ts'
export { entryRegisters, operandOf, step } from './step.ts'
export type { Registers, WalkDomain } from './step.ts'
export { testOp } from './word-test.ts'
export type { TestOp } from '@seccompile/abi'
export { knownWords } from './known-words.ts'
export type { InsnFacts } from './known-words.ts'
export { verify } from './verify.ts'
export { verifyLowered } from './verify-lowered.ts'
export { ebpfLength, FILTER_PENALTY, MAX_INSNS_PER_PATH, pathLength } from './ebpf-length.ts'
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
export { assemble, MAX_SKIP } from './assemble.ts'
export { listing, LISTING_HEADER, print } from './print.ts'
export type { ListingLine, PrintProgramOptions, WordNames } from './print.ts'
export { callsAt } from './calls-at.ts'
export type { CallsAt, CallsOfArch, NumberRange } from './calls-at.ts'
export { witnesses } from './witnesses.ts'
export { AssemblyError } from './assembly-error.ts'
export type { AssemblyErrorCode, TextOptions, TextPlace } from './assembly-error.ts'
export { parseAssembly } from './parse-assembly.ts'
export { isListing, parseListing } from './parse-listing.ts'
export { insnText, printAssembly } from './print-assembly.ts'
export type { PrintAssemblyOptions } from './print-assembly.ts'
