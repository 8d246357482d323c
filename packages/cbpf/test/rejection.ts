/** The parts of an error that tests compare: its name, code and message. */
export interface Rejection {
  readonly name: string
  readonly code: string
  readonly message: string
}

/** The error that `read` throws; fails where it throws none. */
export function rejection(read: () => unknown): Rejection {
  try {
    read()
  } catch (error) {
    const { name, code, message } = error as Rejection
    return { name, code, message }
  }
  throw new Error('nothing was rejected')
}
