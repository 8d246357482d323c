/** Bad usage or input, found by the command line itself: the message is shown as it is and the exit status is 2. */
export class CliError extends Error {
  override readonly name: string = 'CliError'
  readonly code: string = 'E_USAGE'
}

/** A raw file was read in one byte order and is a filter in the other one only. */
export class ByteOrderError extends CliError {
  override readonly code: string = 'E_BYTE_ORDER'
  /** The byte order of the file. */
  readonly order: 'little' | 'big'

  constructor(message: string, order: 'little' | 'big') {
    super(message)
    this.order = order
  }
}
