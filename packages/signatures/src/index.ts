export type { AbiToken, CallArgument, Signature } from '@seccompile/syscalls'
export type { SignedAbiTable } from './decode.ts'
export { argumentOf, signatureOf, signedAbiTable } from './signature.ts'
export type { CallArguments, ConstantFamily } from './tables/call-arguments.ts'
