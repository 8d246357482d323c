import { noExoticSockets } from '@seccompile/presets'
import { describe, expect, it } from 'vitest'
import { ABIS_WITH_SOCKETCALL } from '../src/socketcall.ts'
import { on, TOKENS } from './verdict-of.ts'

const [AF_UNIX, AF_INET, AF_INET6, AF_NETLINK] = [1, 2, 10, 16]
/** AF_UNSPEC, the neighbours of what runs, PACKET, TIPC, ALG, VSOCK, SMC, and numbers that no family has yet. */
const OTHERS = [0, 3, 9, 11, 15, 17, 30, 38, 40, 43, 255, 0x7fff_ffff, 0x8000_0001, 0xffff_ffff]
const [SOCK_RAW, SOCK_PACKET] = [3, 10]
/** IPPROTO_IP, TCP, UDP, SCTP, and MPTCP. */
const PROTOCOLS = [0, 6, 17, 132, 262]
const IPPROTO_SMC = 256
const HIGH = [0n, 1n << 32n, 0xffff_ffff_0000_0000n]
const CALLS = ['socket', 'socketpair'] as const

describe.each(TOKENS)('no-exotic-sockets on %s', (token) => {
  const { of } = on(noExoticSockets, token)

  it.each(CALLS)(
    'lets %s of AF_UNIX, AF_INET and AF_INET6 run, whatever type, flags and high bits',
    (call) => {
      for (const high of HIGH)
        for (const type of [1, 2, SOCK_RAW, 5, 0x8_0001, 0x802])
          for (const protocol of PROTOCOLS)
            for (const family of [AF_UNIX, AF_INET, AF_INET6])
              expect(of(call, { family: high | BigInt(family), type, protocol })).toBe('ALLOW')
    },
  )

  it.each(CALLS)('refuses %s of every other family, whatever the high bits', (call) => {
    for (const high of HIGH)
      for (const family of OTHERS)
        expect(of(call, { family: high | BigInt(family), type: 1 })).toBe('EAFNOSUPPORT')
    expect(of(call, { family: BigInt(AF_INET) << 32n })).toBe('EAFNOSUPPORT')
  })

  it('lets AF_NETLINK have NETLINK_ROUTE alone', () => {
    for (const high of HIGH) {
      const family = high | BigInt(AF_NETLINK)
      expect(of('socket', { family, type: SOCK_RAW, protocol: high })).toBe('ALLOW')
      // USERSOCK, SOCK_DIAG, AUDIT, NETFILTER, KOBJECT_UEVENT, GENERIC.
      for (const protocol of [1, 2, 4, 9, 12, 15, 16, 0x8000_0000, 0xffff_ffff])
        expect(of('socket', { family, type: SOCK_RAW, protocol: high | BigInt(protocol) })).toBe(
          'EAFNOSUPPORT',
        )
    }
  })

  it('refuses SOCK_PACKET of AF_INET, a socket of AF_PACKET, with any flags and high bits', () => {
    for (const high of HIGH)
      for (const type of [SOCK_PACKET, SOCK_PACKET | 0x8_0000, SOCK_PACKET | 0x800, SOCK_PACKET | 0x8_0800])
        expect(of('socket', { family: AF_INET, type: high | BigInt(type) })).toBe('EAFNOSUPPORT')
    // The kernel takes it for AF_PACKET in AF_INET only.
    expect(of('socket', { family: AF_INET6, type: SOCK_PACKET })).toBe('ALLOW')
  })

  it('refuses IPPROTO_SMC of AF_INET and AF_INET6, a socket of AF_SMC, with any high bits', () => {
    for (const high of HIGH)
      for (const family of [AF_INET, AF_INET6])
        expect(of('socket', { family, type: 1, protocol: high | BigInt(IPPROTO_SMC) })).toBe('EAFNOSUPPORT')
    expect(of('socket', { family: AF_INET, type: 1, protocol: BigInt(IPPROTO_SMC) << 32n })).toBe('ALLOW')
  })

  it('lets calls on sockets run, and refuses io_uring', () => {
    for (const call of ['connect', 'bind', 'listen', 'accept4', 'sendto', 'sendmsg', 'recvmsg'] as const)
      expect([call, of(call)]).toEqual([call, 'ALLOW'])
    for (const call of ['io_uring_setup', 'io_uring_enter', 'io_uring_register'] as const)
      expect([call, of(call)]).toEqual([call, 'ENOSYS'])
  })
})

it.each(ABIS_WITH_SOCKETCALL)(
  'no-exotic-sockets refuses to make sockets through socketcall, and no more: %s',
  (token) => {
    const { of } = on(noExoticSockets, token)
    const refused = Array.from({ length: 22 }, (_, call) => call).filter(
      (call) => of('socketcall', { call }) === 'EAFNOSUPPORT',
    )
    // SYS_SOCKET and SYS_SOCKETPAIR of include/uapi/linux/net.h.
    expect(refused).toEqual([1, 8])
    expect(of('socketcall', { call: (1n << 32n) | 1n })).toBe('EAFNOSUPPORT')
  },
)
