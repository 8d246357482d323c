/* The calls that libraries make after ENOSYS are those that were measured. */
import { callsOfFunctions, LIBCS } from '@seccompile/libc-calls'
import { libcFallbacks } from '@seccompile/lint/tables'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

/** The calls of the table of lint that no library was seen to make before an older one. */
function notMeasured(abi: AbiToken): readonly string[] {
  const { numbers } = signedAbiTable(abi)
  const measured = LIBCS.flatMap((libc) => callsOfFunctions(libc, abi)).flatMap(({ lists }) => lists.flat())
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

// With a time that 32 bits do not hold, musl does not make the older call: src/stat/utimensat.c, src/linux/timerfd.c. Its sigtimedwait()
// goes on after a signal, so no probe of it ends.
it('of x86 are there but for three', () => {
  expect(notMeasured('x86')).toEqual(['rt_sigtimedwait_time64', 'timerfd_settime64', 'utimensat_time64'])
})
