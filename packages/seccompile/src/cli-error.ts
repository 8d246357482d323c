/** Bad usage or input, found by the command line itself: the message is shown as it is and the exit status is 2. */
export class CliError extends Error {
  override readonly name: string = 'CliError'
  readonly code: string = 'E_USAGE'
}
