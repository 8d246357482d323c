import { AF_ALG, AF_UNIX } from '@seccompile/constants/af'
import { arg, policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

describe('socket-family-open', () => {
  const list = policy({ default: 'deny' })

  it('names the families that run', () => {
    expect(messagesOf('socket-family-open', list.allow('socket'))).toEqual([
      'socket(AF_ALG, …) and socket(AF_VSOCK, …) run in a list that refuses mount',
    ])
    expect(
      messagesOf(
        'socket-family-open',
        list.allow('socket', ({ family }) => family.ne(AF_ALG)),
      ),
    ).toEqual(['socket(AF_VSOCK, …) runs in a list that refuses mount'])
  })

  it('leaves alone a list that names AF_ALG among its families', () => {
    const named = list.allow('socket', ({ family }) => family.in(AF_UNIX, AF_ALG))
    expect(messagesOf('socket-family-open', named)).toEqual([])
  })

  it('finds both in a range of families, which names none of them', () => {
    expect(messagesOf('socket-family-open', list.allow('socket', arg(0).lt(46)))).toEqual([
      'socket(AF_ALG, …) and socket(AF_VSOCK, …) run in a list that refuses mount',
    ])
    expect(messagesOf('socket-family-open', list.allow('socket', arg(0).lt(38)))).toEqual([])
  })

  it('leaves the bits that the kernel ignores to width-gap', () => {
    const wide = list.allow('socket', arg(0).notIn(38, 40))
    expect(messagesOf('socket-family-open', wide)).toEqual([])
    expect(messagesOf('width-gap', wide)).toHaveLength(1)
  })

  it('leaves alone what may mount, and a list of what may not run', () => {
    expect(messagesOf('socket-family-open', list.allow('socket', 'mount'))).toEqual([])
    expect(messagesOf('socket-family-open', policy({ default: 'allow' }).deny('mount'))).toEqual([])
  })
})
