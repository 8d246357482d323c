import { TIOCLINUX, TIOCSTI, TIOCSWINSZ } from '@seccompile/constants/ioctl'
import { arg, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

const found = (given: Policy): readonly string[] => messagesOf('tty-injection', given)
const STI = 0x5412

describe('tty-injection in a list of what may not run', () => {
  const open = policy({ default: 'allow' })

  it('leaves alone a list that is about something else', () => {
    expect(found(open.deny('ptrace', 'socket'))).toEqual([])
    expect(found(open.deny('ioctl', ({ cmd }) => cmd.eq(TIOCSWINSZ)))).toEqual([])
  })

  it('finds the request that is forgotten beside the other', () => {
    expect(found(open.deny('ioctl', ({ cmd }) => cmd.eq(TIOCSTI)))).toEqual(['ioctl(0, TIOCLINUX, …) runs'])
    expect(found(open.deny('ioctl', ({ cmd }) => cmd.eq(TIOCLINUX)))).toEqual(['ioctl(0, TIOCSTI, …) runs'])
    expect(found(open.deny('ioctl', ({ cmd }) => cmd.in(TIOCSTI, TIOCLINUX)))).toEqual([])
  })

  it('finds a request that is compared with 64 bits', () => {
    expect(found(open.deny('ioctl', arg(1).eq(STI)))).toEqual([
      'ioctl(0, 0x100005412, …) runs',
      'ioctl(0, TIOCLINUX, …) runs',
    ])
  })
})

it('finds both in a list of what may run', () => {
  expect(found(policy({ default: 'deny' }).allow('ioctl'))).toHaveLength(2)
  expect(found(policy({ default: 'deny' }).allow('read'))).toEqual([])
})
