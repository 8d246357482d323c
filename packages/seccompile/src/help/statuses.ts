/** The meaning of each exit status, for commands that do not become another command. */
export const EXIT_STATUSES: readonly (readonly [status: string, means: string])[] = [
  ['0', 'done, or yes'],
  ['1', 'the answer is no'],
  ['2', 'bad usage or input'],
  ['3', 'not decided, or a fault of seccompile'],
]
