/** A question outgrew a bound, and the honest answer is that it is not decided. Tell it by `name`. */
export class UndecidedError extends Error {
  override readonly name: string = 'UndecidedError'
  readonly code: string = 'E_UNDECIDED'
  /** Where it happened: `pc 12`. */
  readonly where: string

  constructor(where: string, what: string) {
    super(`${where}: ${what}`)
    this.where = where
  }
}
