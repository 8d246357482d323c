/**
 * A filter cannot be drawn as requested: the message gives the reason, and what can be drawn. Recognise the error by
 * `name`.
 */
export class DrawError extends Error {
  override readonly name: string = 'DrawError'
  readonly code: string = 'E_DRAW'
}
