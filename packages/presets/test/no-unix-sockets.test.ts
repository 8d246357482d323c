import { noUnixSockets } from '@seccompile/presets'
import { describe, expect, it } from 'vitest'
import { ABIS_WITH_SOCKETCALL } from '../src/socketcall.ts'
import { on, TOKENS } from './verdict-of.ts'

const AF_UNIX = 1
/** AF_UNSPEC, INET, INET6, NETLINK, TIPC, ALG, VSOCK, and numbers that no family has yet. */
const OTHERS = [0, 2, 10, 16, 30, 38, 40, 255, 0x7fff_ffff, 0x8000_0001, 0xffff_ffff]
const SOCK_SEQPACKET = 5
const HIGH = [0n, 1n << 32n, 0xffff_ffff_0000_0000n]

describe.each(TOKENS)('no-unix-sockets on %s', (token) => {
  const { of } = on(noUnixSockets, token)
  // On mips the two numbers are swapped: arch/mips/include/asm/socket.h.
  const [stream, dgram] = token.startsWith('mips') ? [2, 1] : [1, 2]

  it('refuses sockets of AF_UNIX, whatever type, flags and high bits', () => {
    for (const high of HIGH)
      for (const type of [stream, dgram, 3, SOCK_SEQPACKET, stream | 0x8_0000, stream | 0x800])
        expect(of('socket', { family: high | BigInt(AF_UNIX), type })).toBe('EACCES')
  })

  it('lets sockets and pairs of every other family run, whatever the high bits', () => {
    for (const high of HIGH)
      for (const family of OTHERS)
        for (const call of ['socket', 'socketpair'] as const)
          expect(of(call, { family: high | BigInt(family), type: dgram })).toBe('ALLOW')
    expect(of('socket', { family: BigInt(AF_UNIX) << 32n })).toBe('ALLOW')
  })

  it('lets stream and sequenced-packet pairs of AF_UNIX be made, with any flags and high bits', () => {
    for (const high of HIGH)
      for (const type of [stream, SOCK_SEQPACKET, stream | 0x8_0000, stream | 0x800, stream | 0x8_0800])
        expect(of('socketpair', { family: high | BigInt(AF_UNIX), type: high | BigInt(type) })).toBe('ALLOW')
  })

  it('refuses all other pairs of AF_UNIX, with any flags and high bits', () => {
    for (const high of HIGH)
      for (const type of [0, dgram, 3, 4, 6, 10, 15, dgram | 0x8_0000, dgram | 0x800, 3 | 0x8_0800])
        expect(of('socketpair', { family: high | BigInt(AF_UNIX), type: high | BigInt(type) })).toBe('EACCES')
  })

  it('lets calls on sockets run, and refuses io_uring', () => {
    for (const call of ['connect', 'bind', 'listen', 'accept4', 'sendto', 'sendmsg', 'recvmsg'] as const)
      expect([call, of(call)]).toEqual([call, 'ALLOW'])
    for (const call of ['io_uring_setup', 'io_uring_enter', 'io_uring_register'] as const)
      expect([call, of(call)]).toEqual([call, 'ENOSYS'])
  })
})

it.each(ABIS_WITH_SOCKETCALL)(
  'no-unix-sockets refuses to make sockets through socketcall, and no more: %s',
  (token) => {
    const { of } = on(noUnixSockets, token)
    const refused = Array.from({ length: 22 }, (_, call) => call).filter(
      (call) => of('socketcall', { call }) === 'EACCES',
    )
    // SYS_SOCKET and SYS_SOCKETPAIR of include/uapi/linux/net.h.
    expect(refused).toEqual([1, 8])
    expect(of('socketcall', { call: (1n << 32n) | 1n })).toBe('EACCES')
  },
)
