/* The calls that libraries make after ENOSYS are those that were measured. */
import { callsOfFunctions, LIBCS } from '@seccompile/libc-calls'
import { libcFallbacks } from '@seccompile/lint/tables'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

/** The calls of the table of lint that no library was seen to make before an older one. */
function notMeasured(abi: AbiToken): readonly string[] {
  const { numbers } = signedAbiTable(abi)
  const measured = LIBCS.flatMap((libc) => callsOfFunctions(libc, abi)).flatMap(({ ways }) => ways.flat())
  return libcFallbacks((name) => numbers.has(name))
    .filter(({ call, olds }) => {
      const own = measured.filter((one) => one.name === call)
      return !own.some(({ instead }) => instead.some(({ name }) => olds.includes(name)))
    })
    .map(({ call }) => call)
}

it('of x86_64 are in the table of measurements', () => {
  expect(notMeasured('x86_64')).toEqual([])
})

// glibc sysdeps/unix/sysv/linux/clock_nanosleep.c, ppoll.c, …: need_time64
it('of x86 are there but for calls that libraries make only with times after 2038', () => {
  expect(notMeasured('x86').map((call) => call.replace(/(?:_time)?64$/, ''))).toEqual([
    'clock_nanosleep', 'futex', 'mq_timedreceive', 'mq_timedsend', 'ppoll', 'pselect6', 'rt_sigtimedwait', 'semtimedop',
    'timerfd_settime', 'utimensat',
  ]) // prettier-ignore
})
