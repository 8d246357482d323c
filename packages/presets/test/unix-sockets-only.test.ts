import { unixSocketsOnly } from '@seccompile/presets'
import { describe, expect, it } from 'vitest'
import { ABIS_WITH_SOCKETCALL } from '../src/socketcall.ts'
import { on, TOKENS } from './verdict-of.ts'

const AF_UNIX = 1
/** AF_UNSPEC, INET, INET6, NETLINK, PACKET, TIPC, ALG, VSOCK, and numbers that no family has yet. */
const OTHERS = [0, 2, 10, 16, 17, 30, 38, 40, 47, 255, 0x7fff_ffff, 0x8000_0001, 0xffff_ffff]
const HIGH = [0n, 1n << 32n, 0xffff_ffff_0000_0000n]

describe.each(TOKENS)('unix-sockets-only on %s', (token) => {
  const { of } = on(unixSocketsOnly, token)

  it.each(['socket', 'socketpair'] as const)(
    'lets %s of AF_UNIX run, whatever type and high bits',
    (call) => {
      for (const high of HIGH)
        for (const type of [1, 2, 5, 0x8_0001])
          expect(of(call, { family: high | BigInt(AF_UNIX), type })).toBe('ALLOW')
    },
  )

  it.each(['socket', 'socketpair'] as const)(
    'refuses %s of every other family, whatever the high bits',
    (call) => {
      for (const high of HIGH)
        for (const family of OTHERS)
          expect(of(call, { family: high | BigInt(family), type: 1 })).toBe('EAFNOSUPPORT')
      expect(of(call, { family: BigInt(AF_UNIX) << 32n })).toBe('EAFNOSUPPORT')
    },
  )

  it('lets calls on sockets run, and refuses io_uring', () => {
    for (const call of ['connect', 'bind', 'listen', 'accept4', 'sendto', 'sendmsg', 'recvmsg'] as const)
      expect([call, of(call)]).toEqual([call, 'ALLOW'])
    expect(of('io_uring_setup')).toBe('ENOSYS')
    expect(of('io_uring_enter')).toBe('ENOSYS')
    expect(of('io_uring_register')).toBe('ENOSYS')
  })
})

it.each(ABIS_WITH_SOCKETCALL)(
  'unix-sockets-only refuses to make sockets through socketcall, and no more: %s',
  (token) => {
    const { of } = on(unixSocketsOnly, token)
    const refused = Array.from({ length: 22 }, (_, call) => call).filter(
      (call) => of('socketcall', { call }) === 'EAFNOSUPPORT',
    )
    // SYS_SOCKET and SYS_SOCKETPAIR of include/uapi/linux/net.h.
    expect(refused).toEqual([1, 8])
    expect(of('socketcall', { call: (1n << 32n) | 1n })).toBe('EAFNOSUPPORT')
  },
)
