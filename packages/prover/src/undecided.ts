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

/** The errors for a question that passes a bound: of this package, and of the diagrams below it. */
const UNDECIDED: readonly string[] = ['UndecidedError', 'DiagramLimitError']

/** Whether `error` says that a question passes a bound. Its name tells, because its class may come from another copy. */
export function isUndecided(error: unknown): error is Error {
  return error instanceof Error && UNDECIDED.includes(error.name)
}
