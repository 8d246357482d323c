import { libcFallbacks } from '@seccompile/lint/tables'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const on = (abi: AbiToken) => libcFallbacks((name) => signedAbiTable(abi).numbers.has(name))
const oldsOf = (abi: AbiToken, call: string) => on(abi).find((one) => one.call === call)?.olds

it('has the calls that libraries make after ENOSYS, without those that they make beside', () => {
  expect(oldsOf('x86_64', 'clone3')).toEqual(['clone'])
  expect(oldsOf('x86_64', 'preadv2')).toEqual(['preadv'])
  expect(oldsOf('x86_64', 'faccessat2')).toEqual(['faccessat'])
})

it('has no call that every kernel has on which glibc runs, and none that the ABI lacks', () => {
  expect(oldsOf('x86_64', 'pipe2')).toBeUndefined()
  expect(oldsOf('riscv64', 'pipe2')).toBeUndefined()
  expect(oldsOf('x86_64', 'futex_time64')).toBeUndefined()
})

// For a time that 32 bits do not hold, and the older call cannot have it: musl src/stat/utimensat.c.
it('has no call after which libraries fail', () => {
  expect(oldsOf('x86', 'futex_time64')).toEqual(['futex'])
  expect(oldsOf('x86', 'utimensat_time64')).toBeUndefined()
})

it('takes statx for common where stat() makes it', () => {
  const common = (abi: AbiToken) =>
    on(abi)
      .filter(({ isCommon }) => isCommon)
      .map(({ call }) => call)
  expect(common('x86_64')).toEqual(['clone3'])
  expect(common('arm')).toEqual(['clock_gettime64', 'clone3', 'statx'])
})
