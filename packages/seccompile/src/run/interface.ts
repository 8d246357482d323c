/* The flags and exit statuses of `run`, and of `launch --exec`, apart from its code: help and errors need only these. */

/** Options of `run` that are flags of seccomp(2). */
export const RUN_FLAGS: Readonly<
  Record<string, { readonly flag: 'log' | 'specAllow'; readonly about: string }>
> = {
  '--log': { flag: 'log', about: 'log every verdict but ALLOW (SECCOMP_FILTER_FLAG_LOG)' },
  '--spec-allow': {
    flag: 'specAllow',
    about: 'leave speculative store bypass as it is (SECCOMP_FILTER_FLAG_SPEC_ALLOW)',
  },
}

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
