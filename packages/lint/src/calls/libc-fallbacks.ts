/*
 * Newer calls that a C library tries first, and the older ones that it uses after ENOSYS. Any other errno goes to the
 * program, which then fails, although the older call would run.
 * @see glibc sysdeps/unix/sysv/linux: clone-internal.c, faccessat.c, fchmodat.c, fexecve.c, statx.c, clock_gettime.c
 * @see musl src: unistd/faccessat.c, stat/fchmodat.c, process/fexecve.c, linux/statx.c, time/clock_gettime.c, and the files
 * that call one of the `_time64` calls
 */
import { expectFunction } from '@seccompile/shape'

/** A call, and the older calls that a C library makes after ENOSYS. */
export interface LibcFallback {
  readonly call: string
  /** The older calls. The program works where one of them runs. */
  readonly olds: readonly string[]
  /** Whether ordinary programs make the call: by a thread, or by a function as common as stat(). */
  readonly isCommon: boolean
}

const rare = (call: string, ...olds: readonly string[]): LibcFallback => ({ call, olds, isCommon: false })
const common = (call: string, ...olds: readonly string[]): LibcFallback => ({ call, olds, isCommon: true })

/** The fallbacks of calls that every ABI has. */
const ON_EVERY_ABI: readonly LibcFallback[] = [
  common('clone3', 'clone'),
  rare('execveat', 'execve'),
  rare('faccessat2', 'faccessat'),
  rare('fchmodat2', 'fchmodat', 'chmod'),
]

/** The calls that C libraries make where statx fails with ENOSYS. */
const STATS = ['newfstatat', 'fstatat64', 'stat64', 'stat'] as const

/** The fallbacks of calls with times of 64 bits, which 32-bit ABIs have. */
const TIMES: readonly LibcFallback[] = [
  common('clock_gettime64', 'clock_gettime'),
  rare('clock_adjtime64', 'clock_adjtime'),
  rare('clock_nanosleep_time64', 'clock_nanosleep', 'nanosleep'),
  rare('clock_settime64', 'clock_settime'),
  rare('futex_time64', 'futex'),
  rare('mq_timedreceive_time64', 'mq_timedreceive'),
  rare('mq_timedsend_time64', 'mq_timedsend'),
  rare('ppoll_time64', 'ppoll'),
  rare('pselect6_time64', 'pselect6', '_newselect', 'select'),
  rare('recvmmsg_time64', 'recvmmsg'),
  rare('rt_sigtimedwait_time64', 'rt_sigtimedwait'),
  rare('semtimedop_time64', 'semtimedop', 'ipc'),
  rare('timer_gettime64', 'timer_gettime'),
  rare('timer_settime64', 'timer_settime'),
  rare('timerfd_gettime64', 'timerfd_gettime'),
  rare('timerfd_settime64', 'timerfd_settime'),
  rare('utimensat_time64', 'utimensat'),
]

/**
 * The fallbacks on an ABI. Where the ABI has times of 32 bits, stat() itself tries statx first; elsewhere only programs
 * that call statx() do.
 */
export function libcFallbacks(has: (call: string) => boolean): readonly LibcFallback[] {
  expectFunction(has, 'has')
  const isShort = has('clock_gettime64')
  const statx = { call: 'statx', olds: STATS, isCommon: isShort }
  return [...ON_EVERY_ABI, statx, ...TIMES].filter(({ call }) => has(call))
}
