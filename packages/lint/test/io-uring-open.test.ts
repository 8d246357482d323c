import { AF_INET } from '@seccompile/constants/af'
import { errno, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { variants } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

describe('io-uring-open', () => {
  const open = policy({ default: 'allow' })
  const on = (given: Policy, major: number, minor: number): readonly string[] =>
    messagesOf('io-uring-open', given, { kernel: { major, minor } })

  it('counts an operation from the kernel that brought it', () => {
    const files = open.deny(...variants('open'))
    expect(on(files, 5, 5)).toEqual([])
    expect(on(files, 5, 6)).toEqual([
      'io_uring_setup(…) runs and openat(…) is refused; io_uring does what openat and openat2 would',
    ])
  })

  it('counts the pipes that io_uring makes from 6.16 on', () => {
    const pipes = open.deny('pipe', 'pipe2')
    expect(on(pipes, 6, 15)).toEqual([])
    expect(on(pipes, 6, 16)).toHaveLength(1)
  })

  it('counts a call that is refused for some arguments, which no filter sees in a ring', () => {
    const inet = open.deny('socket', ({ family }) => family.eq(AF_INET))
    expect(on(inet, 5, 18)).toEqual([])
    expect(on(inet, 5, 19)).toEqual([
      'io_uring_setup(…) runs and socket(AF_INET, …) is refused; io_uring does what socket would',
    ])
  })

  it('needs io_uring_enter before 5.13, when any process got a polling thread', () => {
    const quiet = open.deny(...variants('open')).deny('io_uring_enter')
    expect(on(quiet, 5, 12)).toEqual([])
    expect(on(quiet, 5, 13)).toHaveLength(1)
  })

  it('leaves alone a refused call of which a variant runs whatever its arguments', () => {
    expect(on(open.deny('openat', 'openat2', 'accept4'), 6, 12)).toEqual([])
  })

  it('leaves alone a kernel without io_uring, and a ring that is refused', () => {
    const files = open.deny(...variants('open'))
    expect(on(files, 5, 0)).toEqual([])
    expect(on(files.deny('io_uring_setup', errno('ENOSYS')), 6, 12)).toEqual([])
  })
})
