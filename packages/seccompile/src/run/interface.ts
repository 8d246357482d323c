/* The exit statuses of `run`, and of `launch --exec`, apart from its code: errors need only these. */

/** Exit statuses of `run` where the command does not run, as env(1) has them. */
export const RUN_EXIT = {
  /** `run` itself failed: bad usage, or a filter that cannot be loaded or attached. */
  failed: 125,
  notExecutable: 126,
  notFound: 127,
} as const

/**
 * Whether the words of a command line are to start a command: `run`, or `launch` with --exec. Its status is then that of
 * the command, and errors have those of {@link RUN_EXIT}.
 */
export function startsCommand([command, ...rest]: readonly string[]): boolean {
  if (command !== 'launch') return command === 'run'
  const end = rest.indexOf('--')
  return (end < 0 ? rest : rest.slice(0, end)).includes('--exec')
}
