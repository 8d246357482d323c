import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { expect, it } from 'vitest'
import { callNamer } from '../src/call-namer.ts'
import type { WatchedCalls } from '../src/index.ts'

const named = callNamer(['x86_64', 'x86', 'x32'])

/** A refused call of x86_64 with some of its values, named. */
const call = (nr: number, ...values: readonly (bigint | undefined)[]): WatchedCalls =>
  named({
    arch: AUDIT_ARCH.X86_64,
    nr,
    verdict: verdictOf('ERRNO', 1),
    program: '/bin/x',
    args: Array.from({ length: 6 }, (_, at) => values[at]),
    count: 1,
    first: 0,
    last: 0,
  })

it('names the call, its verdict and its errno', () => {
  expect(call(41, 1n, 1n, 0n)).toMatchObject({
    abi: 'x86_64',
    name: 'socket',
    text: 'socket(family=AF_UNIX, type=SOCK_STREAM, protocol=0)',
    answer: 'ERRNO(EPERM)',
    errno: 'EPERM',
  })
  const logged = named({ ...call(39), verdict: verdictOf('LOG') })
  expect([logged.text, logged.answer]).toEqual(['getpid()', 'LOG'])
})

it('names a call by the table of its ABI', () => {
  expect(named({ ...call(0x4000_0029), args: undefined })).toMatchObject({ abi: 'x32', text: 'socket(…)' })
  const x86 = { ...call(64), arch: AUDIT_ARCH.I386 }
  expect(named(x86)).toMatchObject({ abi: 'x86', text: 'getppid()' })
})

it('has six words in hexadecimal of a call that no table knows', () => {
  expect(call(5000, 0n, 255n, 2n ** 64n - 1n, 0n, 0n, 6n)).toMatchObject({
    abi: 'x86_64',
    name: undefined,
    text: 'call 5000(0x0, 0xff, 0xffffffffffffffff, 0x0, 0x0, 0x6)',
  })
})

it('has words of such a call that were not kept as what is not known', () => {
  expect(call(5000, 1n, undefined, 0n).text).toBe('call 5000(0x1, …, 0x0, …, …, …)')
})

it('has zeros at the end, and the addresses before them', () => {
  expect(call(83, undefined, 0n).text).toBe('mkdir(pathname=…, mode=0)')
  expect(call(62, 7n, 0n).text).toBe('kill(pid=7, sig=0)')
})

it('has of a register the bits that the kernel reads', () => {
  expect(call(257, 0xffff_ffff_ffff_ff9cn, undefined, 0n, 0n).text).toBe(
    'openat(dfd=AT_FDCWD, filename=…, flags=0, mode=0)',
  )
})
