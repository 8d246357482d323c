/** Bad usage or input, found by the command line itself: the message is shown as it is and the exit status is 2. */
export class CliError extends Error {
  override readonly name: string = 'CliError'
  readonly code: string = 'E_USAGE'
}

/** A raw file has the byte order that it was not read in. */
export class ByteOrderError extends CliError {
  override readonly code: string = 'E_BYTE_ORDER'
  /** The order that it has. */
  readonly order: 'little' | 'big'

  constructor(message: string, order: 'little' | 'big') {
    super(message)
    this.order = order
  }
}
