import { SIGCHLD } from '@seccompile/constants/sig'
import { CLONE_THREAD } from '@seccompile/constants/clone'
import { TCGETS, TCGETS2 } from '@seccompile/constants/ioctl'
import { errno, policy, TRAP } from '@seccompile/policy'
import type { AbiToken, SyscallName } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

const said = (...given: Parameters<typeof messagesOf> extends [string, ...infer Rest] ? Rest : never) =>
  messagesOf('libc-gap', ...given)
const list = policy({ default: 'deny' })

it('says of one ABI in one finding what is lost', () => {
  expect(said(list.allow('stat', 'lstat', 'pipe2', 'getrlimit'))).toEqual([
    'pipe2 runs and pipe, the call of musl, is refused; stat runs and newfstatat, the call of glibc, is refused; ' +
      'getrlimit runs and prlimit64, the call of glibc and musl, is refused',
  ])
})

it('demands no call that only old libraries make', () => {
  expect(said(list.allow('getdents64', 'prlimit64', 'eventfd2', 'signalfd4'))).toEqual([])
  expect(said(list.allow('getdents'))).toEqual([
    'getdents runs and getdents64, the call of glibc and musl, is refused',
  ])
})

it('takes ENOSYS where the library goes on, and only there', () => {
  const missing = policy({ default: errno('ENOSYS') })
  expect(said(missing.allow('epoll_wait', 'epoll_create'))).toEqual([])
  expect(said(missing.allow('openat'))).toEqual(['openat runs and open, the call of musl, is refused'])
})

it('asks of clone whether it forks', () => {
  expect(
    said(list.allow('clone', ({ clone_flags }) => clone_flags.masked(CLONE_THREAD).eq(CLONE_THREAD))),
  ).toEqual([])
  expect(said(list.allow('fork'))).toEqual([
    'fork runs and clone(CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD), the call of glibc, is refused',
  ])
  expect(
    said(list.allow('fork').allow('clone', ({ clone_flags }) => clone_flags.masked(0xff).eq(SIGCHLD))),
  ).toEqual([])
})

it('knows the two requests of tcgetattr()', () => {
  expect(said(list.allow('ioctl', ({ cmd }) => cmd.eq(TCGETS)))).toEqual([
    'ioctl(TCGETS) runs and ioctl(TCGETS2), the call of glibc since 2.42, is refused',
  ])
  expect(said(list.allow('ioctl', ({ cmd }) => cmd.in(TCGETS, TCGETS2)))).toEqual([])
  expect(
    said(
      list.allow('ioctl', ({ cmd }) => cmd.eq(TCGETS)),
      { abis: ['ppc64le'] },
    ),
  ).toEqual([])
})

it('says of a call that libc tries first that it kills', () => {
  expect(said(policy({ default: 'kill' }).allow('clone', 'fork'))).toEqual([
    'clone runs and clone3, which libc tries first, kills',
  ])
  expect(said(policy({ default: 'kill' }).allow('clone', 'fork').deny('clone3', errno('ENOSYS')))).toEqual([])
})

it('leaves a list of what may not run alone, and calls that the ABI lacks', () => {
  expect(said(policy({ default: 'allow' }).deny('open'))).toEqual([])
  expect(said(list.allow('openat', 'newfstatat', 'fstat', 'pipe2'), { abis: ['aarch64'] })).toEqual([])
})

it('says of each ABI what was measured there', () => {
  const of = (abi: AbiToken, ...names: readonly SyscallName[]) => said(list.allow(...names), { abis: [abi] })
  // A program of 32 bits without _FILE_OFFSET_BITS=64.
  expect(of('x86', 'prlimit64')).toEqual(['prlimit64 runs and ugetrlimit, the call of glibc, is refused'])
  // Both libraries make statx there.
  expect(of('mips64', 'statx', 'fstat')).toEqual([])
  expect(of('loongarch64', 'statx', 'fstat')).toEqual([])
  // musl has no port for it.
  expect(of('s390', 'openat')).toEqual([])
})

it('asks on ABIs without fork() whether the flags of both libraries run', () => {
  const glibc = 0x120_0011
  expect(
    said(
      list.allow('clone', ({ clone_flags }) => clone_flags.eq(SIGCHLD)),
      { abis: ['aarch64'] },
    ),
  ).toEqual([
    'clone(SIGCHLD) runs and clone(CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD), the call of glibc, is refused',
  ])
  expect(
    said(
      list.allow('clone', ({ clone_flags }) => clone_flags.in(SIGCHLD, glibc)),
      { abis: ['aarch64'] },
    ),
  ).toEqual([])
})

it('takes TRAP as meant: a handler may make the call in another way', () => {
  expect(said(policy({ default: TRAP }).allow('openat', 'clone', 'fork'))).toEqual([])
})
