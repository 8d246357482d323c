/** A filter cannot be drawn as it is asked: the message says why, and what can be drawn. Tell it by `name`. */
export class DrawError extends Error {
  override readonly name: string = 'DrawError'
  readonly code: string = 'E_DRAW'
}
