/* Refusals of a deny-list that have no effect on another ABI, or with another library. */
import { O_TRUNC } from '@seccompile/constants/o'
import { arg, errno, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { AARCH64, MUSL, ported } from './ported.ts'

const open = policy({ default: 'allow' })

const lostOf = (given: Policy, question = AARCH64): readonly (readonly [string, readonly string[]])[] =>
  ported(given, question).lost.map(({ call, runs }) => [call, runs] as const)

describe('a refusal is lost', () => {
  it('whatever replaces the call', () => {
    const successors = [
      ['alarm', 'setitimer'],
      ['epoll_wait', 'epoll_pwait'],
      ['poll', 'ppoll'],
      ['rmdir', 'unlinkat'],
    ] as const
    const refused = open.deny(...successors.map(([call]) => call))
    expect(lostOf(refused).toSorted()).toEqual(successors.map(([call, successor]) => [call, [successor]]))
    expect(lostOf(refused.deny(...successors.map(([, successor]) => successor)))).toEqual([])
  })

  it('of arguments too, where the call in its place runs with them', () => {
    const truncating = open.deny('open', ({ flags }) => flags.hasAny(O_TRUNC))
    expect(lostOf(truncating)).toEqual([['open', ['openat']]])
    expect(lostOf(truncating.deny('openat', ({ flags }) => flags.hasAny(O_TRUNC)))).toEqual([])
  })

  it('by a function that makes fewer calls with another library', () => {
    // creat() of musl makes `open`, and that of glibc `creat`.
    const truncating = open
      .deny('open', ({ flags }) => flags.hasAny(O_TRUNC))
      .deny('openat', ({ flags }) => flags.hasAny(O_TRUNC))
    expect(lostOf(truncating, { ...MUSL, libcs: ['glibc'] })).toEqual([['open', ['creat']]])
  })

  it('by an older call, unless the library made that here after ENOSYS', () => {
    expect(lostOf(open.deny('faccessat2'), { ...AARCH64, libcs: ['musl'] }).map(([call]) => call)).toEqual([
      'faccessat2',
    ])
    expect(lostOf(open.deny('faccessat2', errno('ENOSYS')))).toEqual([])
  })

  it('by an older call there, where the newer one gets ENOSYS', () => {
    const both = open.deny('rmdir').deny('statx', errno('ENOSYS'))
    expect(lostOf(both)).toEqual([['rmdir', ['unlinkat']]])
    // stat() of musl on arm makes statx, and fstatat64 after ENOSYS.
    const old = open.deny('stat', 'newfstatat').deny('statx', errno('ENOSYS'))
    expect(lostOf(old, { ...AARCH64, to: ['arm'] }).flatMap(([, runs]) => runs)).toContain('fstatat64')
  })

  it('by an older call, where the newer one gets ENOSYS for some arguments', () => {
    // eventfd() of musl makes eventfd2, and eventfd after ENOSYS; that of glibc only eventfd2.
    const some = open.deny('eventfd2', ({ flags }) => flags.eq(0), errno('ENOSYS'))
    const question = { ...AARCH64, from: 's390', to: ['arm'], libcs: ['musl'] } as const
    expect(lostOf(some, question)).toEqual([['eventfd2', ['eventfd']]])
  })

  it('and none where a call runs under its condition, and is not made there', () => {
    // fopen() of musl makes ioctl, and that of glibc does not.
    expect(lostOf(open.deny('ioctl', ({ cmd }) => cmd.eq(1)))).toEqual([])
  })

  it('and none of a value that the library gives: F_SETLK stands alone in its register', () => {
    const refused = open.deny('fcntl', arg(1).eq(6))
    for (const to of ['aarch64', 's390x', 'riscv64', 'x86_64'] as const)
      expect(lostOf(refused, { ...AARCH64, to: [to] }), to).toEqual([])
  })
})
