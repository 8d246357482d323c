/** The kind of failure, for programs; the message is for people. */
export type PassErrorCode =
  /** A pass threw, or yielded an IR that is not well formed. */
  | 'E_PASS'
  /** A pass yielded an IR with another meaning. */
  | 'E_PASS_MEANING'
  /** The program would be too long for a filter (P1). This is no failure; `tryPass` yields it as a value. */
  | 'E_TOO_LONG'
  /** A pass with `declines` got an input that it declines. This is no failure. */
  | 'E_DECLINED'
  /**
   * A pass makes a claim about its cost that no test can check. The author of the pass has to remove the claim.
   */
  | 'E_PASS_CLAIM'
  /** A fixpoint did not settle. */
  | 'E_PASS_FIXPOINT'
  /** A pipeline's text or list of passes does not fit together: the caller's input is wrong. */
  | 'E_PIPELINE'
  /** The text of a reproducer cannot be read: the caller's input is wrong. */
  | 'E_REPRODUCER'

/** The length of a program that no filter holds. */
export interface ProgramLength {
  readonly insns: number
  /** Whether `insns` is only about the length: a pass may stop before the program exists. */
  readonly isEstimate: boolean
}

/**
 * A pass or a pipeline that failed. Recognise it by `name === 'PassError'`, not by `instanceof`: one install
 * may hold two copies of this class.
 */
export class PassError extends Error {
  override readonly name: string = 'PassError'
  readonly code: PassErrorCode
  /** The name of the pass, the part of a pipeline's text, or the file of a reproducer. */
  readonly pass: string
  /** The input of the pass, if it was called. */
  readonly before: unknown
  /** With `E_TOO_LONG`, the length of the program. */
  readonly length: ProgramLength | undefined

  constructor(
    code: PassErrorCode,
    pass: string,
    message: string,
    options: { readonly before?: unknown; readonly cause?: unknown; readonly length?: ProgramLength } = {},
  ) {
    super(`${pass}: ${message}`, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    this.pass = pass
    this.before = options.before
    this.length = options.length
  }
}
