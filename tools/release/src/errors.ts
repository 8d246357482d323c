/** The two reasons why a release is not made: what the owner has to set right, and a step that failed. */
export type ReleaseErrorCode = 'E_INPUT' | 'E_STEP'

/** A release cannot be made as things are; the message says what to do. */
export class ReleaseError extends Error {
  override readonly name: string = 'ReleaseError'
  readonly code: ReleaseErrorCode

  constructor(code: ReleaseErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
