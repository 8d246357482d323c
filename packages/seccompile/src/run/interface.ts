/* What `run` shows of itself, apart from what does it: the help, and errors of any kind, need no more. */

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
  /** `run` itself failed: a filter that cannot be had or attached, bad usage. */
  failed: 125,
  notExecutable: 126,
  notFound: 127,
} as const
