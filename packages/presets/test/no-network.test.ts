import { noNetwork } from '@seccompile/presets'
import { abiTables } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { ABIS_WITH_SOCKETCALL } from '../src/socketcall.ts'
import { on, TOKENS } from './verdict-of.ts'

const [AF_UNSPEC, AF_UNIX, AF_INET, AF_TIPC] = [0, 1, 2, 30]
const [SOCK_RAW, SOCK_SEQPACKET] = [3, 5]
const HIGH = [0n, 1n << 32n, 0xffff_ffff_0000_0000n]

it('knows which ABIs have socketcall', () => {
  const found = abiTables.filter(({ numbers }) => numbers.has('socketcall')).map(({ token }) => token)
  expect([...ABIS_WITH_SOCKETCALL].toSorted()).toEqual(found.toSorted())
})

describe.each(TOKENS)('no-network on %s', (token) => {
  const { of } = on(noNetwork, token)
  // On mips the two numbers are swapped: arch/mips/include/asm/socket.h.
  const [stream, dgram] = token.startsWith('mips') ? [2, 1] : [1, 2]

  it('refuses sockets of every family, and connect', () => {
    for (const family of [AF_UNSPEC, AF_UNIX, AF_INET, AF_TIPC, 0xffff_ffff])
      expect(of('socket', { family, type: stream })).toBe('EACCES')
    expect(of('connect', { fd: 3 })).toBe('EACCES')
  })

  it('lets stream and sequenced-packet pairs of AF_UNIX be made, with any flags and high bits', () => {
    for (const high of HIGH)
      for (const type of [stream, SOCK_SEQPACKET, stream | 0x8_0000, stream | 0x800, stream | 0x4000_0000])
        expect(of('socketpair', { family: high | BigInt(AF_UNIX), type: high | BigInt(type) })).toBe('ALLOW')
  })

  it('refuses pairs of other types and of other families, with any high bits', () => {
    for (const high of HIGH) {
      for (const type of [0, dgram, SOCK_RAW, 4, 6, 10, dgram | 0x8_0000])
        expect(of('socketpair', { family: AF_UNIX, type: high | BigInt(type) })).toBe('EACCES')
      for (const family of [AF_UNSPEC, AF_INET, AF_TIPC])
        expect(of('socketpair', { family: high | BigInt(family), type: stream })).toBe('EACCES')
    }
  })

  it('lets sendto run without an address, and refuses it with one', () => {
    expect(of('sendto', { fd: 3, buff: 1, len: 1 })).toBe('ALLOW')
    const hasLength = token !== 'm68k'
    const address = hasLength ? { addr: 0x7fff_0000, addr_len: 16 } : { addr: 0x7fff_0000 }
    expect(of('sendto', { fd: 3, buff: 1, len: 1, ...address })).toBe('EACCES')
    if (hasLength) {
      expect(of('sendto', { addr_len: 1n << 32n })).toBe('ALLOW')
      for (const addr_len of [1, 2, 128, 0xffff_ffff]) expect(of('sendto', { addr_len })).toBe('EACCES')
    }
  })

  it('lets calls on sockets that are open run, and refuses io_uring', () => {
    for (const call of ['sendmsg', 'recvmsg', 'recvfrom', 'sendmmsg', 'shutdown', 'getsockopt'] as const)
      expect([call, of(call)]).toEqual([call, 'ALLOW'])
    // The note says that the program still reaches other programs by these calls.
    for (const call of ['request_key', 'mq_open'] as const) expect([call, of(call)]).toEqual([call, 'ALLOW'])
    expect(of('io_uring_setup')).toBe('ENOSYS')
    expect(of('io_uring_enter')).toBe('ENOSYS')
    expect(of('io_uring_register')).toBe('ENOSYS')
  })
})

it.each(ABIS_WITH_SOCKETCALL)(
  'no-network refuses the same calls through socketcall, and no others: %s',
  (token) => {
    const { of } = on(noNetwork, token)
    const refused = Array.from({ length: 22 }, (_, call) => call).filter(
      (call) => of('socketcall', { call }) === 'EACCES',
    )
    // SYS_SOCKET, SYS_CONNECT, SYS_SOCKETPAIR and SYS_SENDTO of include/uapi/linux/net.h.
    expect(refused).toEqual([1, 3, 8, 11])
    expect(of('socketcall', { call: (1n << 32n) | 3n })).toBe('EACCES')
  },
)
