/*
 * The exit statuses of `run`, `try`, `record` and `launch --exec`. They are apart from the code of `run`, because errors need only
 * the statuses.
 */

/** Exit statuses of these if the command does not run, the same as those of env(1). */
export const RUN_EXIT = {
  /** seccompile itself failed: bad usage, or a filter that cannot be loaded or attached. */
  failed: 125,
  notExecutable: 126,
  notFound: 127,
} as const

/**
 * Whether a command line starts a command: `run`, `try`, `record`, or `launch` with --exec. Its status is then that of the command,
 * and errors have the statuses of {@link RUN_EXIT}.
 */
export function startsCommand([command, ...rest]: readonly string[]): boolean {
  if (command !== 'launch') return command === 'run' || command === 'try' || command === 'record'
  const end = rest.indexOf('--')
  return (end < 0 ? rest : rest.slice(0, end)).includes('--exec')
}
