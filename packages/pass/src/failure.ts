import { BPF_MAXINSNS } from '@seccompile/abi'
import type { IrError } from '@seccompile/shape'
import { PassError } from './pass-error.ts'
import type { ProgramLength } from './pass-error.ts'

/** The length of the program that `cause` refuses for its length (P1); `undefined` for every other error. */
function lengthIn(cause: unknown): ProgramLength | undefined {
  if (!(cause instanceof Error) || cause.name !== 'IrError') return undefined
  const { problems } = cause as IrError
  const { count, isEstimate = false } = problems.find(({ invariant }) => invariant === 'P1') ?? {}
  return count !== undefined && count > BPF_MAXINSNS ? { insns: count, isEstimate } : undefined
}

/**
 * The error of the pass `name`, which failed with `cause` on `before`: `E_TOO_LONG` where the program is too long for a
 * filter, and else `E_PASS`.
 */
export function passFailure(name: string, message: string, before: unknown, cause: unknown): PassError {
  const length = lengthIn(cause)
  return length === undefined
    ? new PassError('E_PASS', name, message, { before, cause })
    : new PassError('E_TOO_LONG', name, message, { before, cause, length })
}
