/* The flags and exit statuses of `run`, apart from its code: help and errors need only these. */

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
