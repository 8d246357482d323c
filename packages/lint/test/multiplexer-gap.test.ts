import { arg, policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

const found = (...args: [Parameters<typeof messagesOf>[1]]): readonly string[] =>
  messagesOf('multiplexer-gap', ...args)

describe('multiplexer-gap', () => {
  const noSemaphores = policy({ default: 'allow', abis: ['x86'] }).deny('semget')

  it('finds the version bits of ipc, which the kernel removes', () => {
    expect(found(noSemaphores.deny('ipc', arg(0).eq(2)))).toEqual([
      'ipc(0x10002, …) runs and semget(…) is refused; ipc does what semget would',
    ])
    expect(found(noSemaphores.deny('ipc', arg(0).maskedEq(0xffff, 2)))).toEqual([])
  })

  it('leaves them alone on s390x, where ipc fails with a version', () => {
    const s390x = policy({ default: 'allow', abis: ['s390x'] })
      .deny('semget')
      .deny('ipc', ({ call }) => call.eq(2))
    expect(found(s390x)).toEqual([])
  })

  it('takes what an ABI has in place of a call that it lacks', () => {
    expect(found(policy({ default: 'allow', abis: ['x86'] }).deny('sendto'))).toEqual([
      'socketcall(9, …) runs and sendto(…) is refused; socketcall does what sendto would',
    ])
  })

  it('takes the variant of semtimedop that the ABI has', () => {
    expect(found(policy({ default: 'allow', abis: ['x86'] }).deny('semtimedop_time64'))).toHaveLength(1)
    expect(found(policy({ default: 'allow', abis: ['s390x'] }).deny('semtimedop'))).toEqual([
      'ipc(1, …) runs and semtimedop(…) is refused; ipc does what semtimedop would',
    ])
  })

  it('takes a call without an address for send, which has none', () => {
    const addressed = policy({ default: 'allow', abis: ['x86'] }).deny('sendto', ({ addr_len }) =>
      addr_len.ne(0),
    )
    expect(found(addressed)).toEqual([
      'socketcall(0xb, …) runs and sendto(0, 0, 0, 0, 0, 1, …) is refused; socketcall does what sendto would',
    ])
    expect(found(addressed.deny('socketcall', ({ call }) => call.eq(11)))).toEqual([])
  })

  it('finds the operation in the argument of the ABI', () => {
    const m68k = policy({ default: 'allow', abis: ['m68k'] }).deny('socket')
    expect(found(m68k.deny('socketcall', ({ call }) => call.eq(1)))).toEqual([])
    expect(found(m68k.deny('socketcall', ({ call }) => call.eq(2)))).toHaveLength(1)
  })

  it('names only the ABIs that have the multiplexer', () => {
    const both = policy({ default: 'allow', abis: ['x86_64', 'x86'] }).deny('socket')
    expect(found(both)).toEqual([
      'socketcall(1, …) runs and socket(…) is refused; socketcall does what socket would (x86)',
    ])
  })
})
