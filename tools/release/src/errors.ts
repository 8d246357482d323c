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

/**
 * The exit status for an error that is no fault of these programs: 2 for a wrong input, 1 for a step or a call of the system that failed,
 * such as a write on a full disk. `undefined` for any other error.
 */
function statusOf(error: unknown): 1 | 2 | undefined {
  if (!(error instanceof Error)) return undefined
  const { name, code, syscall } = error as Error & { readonly code?: string; readonly syscall?: string }
  if (name === 'ReleaseError') return code === 'E_INPUT' ? 2 : 1
  if (code?.startsWith('ERR_PARSE_ARGS') === true) return 2
  return syscall === undefined ? undefined : 1
}

/** Runs `main`. An error with a status is one line on standard error, which begins with `program`. @throws any other error */
export async function runToEnd(program: string, main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined) throw error
    if (process.exitCode !== undefined) return // a signal has ended it, and that is no error
    console.error(`${program}: ${(error as Error).message}`) // it has a status
    process.exitCode = status
  }
}
