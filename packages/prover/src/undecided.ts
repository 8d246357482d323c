/** A question exceeded a bound, so its answer is not decided. Recognise the error by its `name`. */
export class UndecidedError extends Error {
  override readonly name: string = 'UndecidedError'
  readonly code: string = 'E_UNDECIDED'
  /** The place where the bound was exceeded: `pc 12`. */
  readonly where: string

  constructor(where: string, what: string) {
    super(`${where}: ${what}`)
    this.where = where
  }
}
