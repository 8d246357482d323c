/**
 * Bad usage or input that the command line itself finds. Its message is printed unchanged, and the exit status is 2.
 */
export class CliError extends Error {
  override readonly name: string = 'CliError'
  readonly code: string = 'E_USAGE'
}

/** A raw file is a filter in the other byte order, and not in the one in which it was read. */
export class ByteOrderError extends CliError {
  override readonly code: string = 'E_BYTE_ORDER'
  /** The byte order in which the file is a filter. */
  readonly order: 'little' | 'big'

  constructor(message: string, order: 'little' | 'big') {
    super(message)
    this.order = order
  }
}
