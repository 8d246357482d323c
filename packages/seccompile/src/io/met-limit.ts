/* Limits of processes and files that a command may meet anywhere. They are no fault of seccompile, nor of its input. */

/** What to do where the kernel says that a limit is met, by the name of the errno. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  [
    'EAGAIN',
    'no further process or thread can be started: end others of this user, or raise the limit (ulimit -u, or pids.max of the control group)',
  ],
  ['EMFILE', 'no further file can be opened by this process: raise the limit (ulimit -n)'],
  [
    'ENFILE',
    'no further file can be opened on this machine: end other processes, or raise the sysctl fs.file-max',
  ],
])

/** What to do about the limit that `error` tells of; `undefined` where it tells of none. */
export function metLimit(error: unknown): string | undefined {
  const { code, errno, message } = error as { readonly [key in 'code' | 'errno' | 'message']?: unknown }
  // A thread that Node could not start has the name of the errno as its message; an error of the kernel package as its `errno`.
  const name =
    code === 'ERR_WORKER_INIT_FAILED' ? message : code === 'EMFILE' || code === 'ENFILE' ? code : errno
  return typeof name === 'string' ? ADVICE.get(name) : undefined
}
