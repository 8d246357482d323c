import { bits, valueOn } from '@seccompile/constants'
import type { Bits, Constant, ConstantFamily } from '@seccompile/constants'
import { AF_UNIX } from '@seccompile/constants/af'
import { CLONE_NEWNET, CLONE_NEWUSER } from '@seccompile/constants/clone'
import type { ErrnoName } from '@seccompile/constants/errno'
import type { SignalName } from '@seccompile/constants/sig'

/** A constant has its family as a type. */
export const family: Constant<'af'> = AF_UNIX
export const any: Constant = AF_UNIX
// @ts-expect-error another family
export const other: Constant<'sock'> = AF_UNIX
export const joined: Bits<'clone'> = bits(CLONE_NEWUSER, CLONE_NEWNET)
// @ts-expect-error constants are no numbers
export const calculated: number = CLONE_NEWUSER | CLONE_NEWNET
// @ts-expect-error an ABI may lack the constant
export const value: number = valueOn(AF_UNIX, 'x86_64')

export const known: ConstantFamily = 'clone'
// @ts-expect-error no such family
export const unknown: ConstantFamily = 'clones'
export const errno: ErrnoName = 'ENOSYS'
// @ts-expect-error no such error
export const noErrno: ErrnoName = 'ENOPE'
export const signal: SignalName = 'SIGCHLD'
