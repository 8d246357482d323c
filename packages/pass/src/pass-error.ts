/** What went wrong with a pass, for programs; the message is for people. */
export type PassErrorCode =
  /** A pass threw, or gave an IR that is not well formed. */
  | 'E_PASS'
  /** A pass yields an IR that means something else. */
  | 'E_PASS_MEANING'
  /** A pass that says that it `declines` some inputs was given one of them: nobody's fault. */
  | 'E_DECLINED'
  /** A pass claims of its cost what nothing can put to the test: whoever wrote it is to change it. */
  | 'E_PASS_CLAIM'
  /** A fixpoint did not settle. */
  | 'E_PASS_FIXPOINT'
  /** A pipeline's text or list of passes does not fit together: the caller's input is wrong. */
  | 'E_PIPELINE'
  /** The text of a reproducer cannot be read: the caller's input is wrong. */
  | 'E_REPRODUCER'

/** A pass or a pipeline that failed. Tell it by `name === 'PassError'`; two copies of this class may be about. */
export class PassError extends Error {
  override readonly name: string = 'PassError'
  readonly code: PassErrorCode
  /** The name of the pass, the part of a pipeline's text, or the file of a reproducer. */
  readonly pass: string
  /** The IR that the pass was given, where it got so far. */
  readonly before: unknown

  constructor(
    code: PassErrorCode,
    pass: string,
    message: string,
    options: { readonly before?: unknown; readonly cause?: unknown } = {},
  ) {
    super(`${pass}: ${message}`, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    this.pass = pass
    this.before = options.before
  }
}
