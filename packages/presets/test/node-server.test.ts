import { nodeServer } from '@seccompile/presets'
import { describe, expect, it } from 'vitest'
import { on } from './verdict-of.ts'

/** The ABIs that Node is built for. */
const OF_NODE = ['x86_64', 'aarch64', 'arm', 'ppc64le', 's390x', 'riscv64', 'loongarch64'] as const

const [AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, AF_PACKET, AF_ALG, AF_VSOCK] = [1, 2, 10, 16, 17, 38, 40]
const [SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET] = [1, 2, 3, 5]
const SOCK_FLAGS = 0o2004000 // SOCK_CLOEXEC | SOCK_NONBLOCK
const [IPPROTO_TCP, IPPROTO_UDP, IPPROTO_SCTP, IPPROTO_MPTCP] = [6, 17, 132, 262]
const [NETLINK_ROUTE, NETLINK_AUDIT] = [0, 9]
const THREAD = 0x3d0f00

describe.each(OF_NODE)('node-server on %s', (token) => {
  const { of } = on(nodeServer, token)

  it('lets a server start, listen, serve and end', () => {
    for (const name of [
      'execve',
      'mprotect',
      'bind',
      'listen',
      'accept4',
      'connect',
      'recvmsg',
      'sendmsg',
      'epoll_create1',
      'epoll_ctl',
      'epoll_pwait',
      'eventfd2',
      'openat',
      'statx',
      'write',
      'pwrite64',
      'renameat2',
      'unlinkat',
      'inotify_init1',
      'kill',
      'rt_sigaction',
      'rt_sigreturn',
      'setuid',
      'exit_group',
    ] as const)
      // prettier-ignore
      expect([name, of(name)]).toEqual([name, expect.stringMatching(/^(ALLOW|absent)$/)])
    expect(of('clone', { clone_flags: THREAD })).toBe('ALLOW')
    expect(of('clone3')).toBe('ENOSYS')
  })

  it('makes sockets of TCP, UDP, unix and for routes', () => {
    for (const family of [AF_INET, AF_INET6])
      for (const [type, protocol] of [
        [SOCK_STREAM | SOCK_FLAGS, 0],
        [SOCK_STREAM, IPPROTO_TCP],
        [SOCK_DGRAM, IPPROTO_UDP],
      ] as const)
        expect(of('socket', { family, type, protocol })).toBe('ALLOW')
    expect(of('socket', { family: AF_UNIX, type: SOCK_STREAM | SOCK_FLAGS })).toBe('ALLOW')
    expect(of('socket', { family: AF_NETLINK, type: SOCK_RAW, protocol: NETLINK_ROUTE })).toBe('ALLOW')
    expect(of('socketpair', { family: AF_UNIX, type: SOCK_STREAM })).toBe('ALLOW')
  })

  it('makes no other socket', () => {
    for (const [family, type, protocol] of [
      [AF_INET, SOCK_RAW, 1],
      [AF_INET, SOCK_STREAM, IPPROTO_SCTP],
      [AF_INET6, SOCK_STREAM, IPPROTO_MPTCP],
      [AF_UNIX, SOCK_SEQPACKET, 0],
      [AF_NETLINK, SOCK_RAW, NETLINK_AUDIT],
      [AF_PACKET, SOCK_RAW, 0],
      [AF_ALG, SOCK_SEQPACKET, 0],
      [AF_VSOCK, SOCK_STREAM, 0],
    ] as const)
      expect(of('socket', { family, type, protocol })).toBe('EPERM')
    expect(of('socketpair', { family: AF_INET })).toBe('EPERM')
  })

  it('refuses processes, namespaces, modules, tracing, BPF and io_uring', () => {
    for (const name of [
      'fork',
      'vfork',
      'clone',
      'unshare',
      'setns',
      'mount',
      'chroot',
      'init_module',
      'ptrace',
      'process_vm_readv',
      'bpf',
      'io_uring_setup',
      'keyctl',
      'userfaultfd',
      'perf_event_open',
      'personality',
      'memfd_create',
      'mknodat',
      'reboot',
    ] as const)
      // prettier-ignore
      expect([name, of(name)]).toEqual([name, expect.stringMatching(/^(EPERM|absent)$/)])
  })

  it('has socketcall on s390x alone', () => {
    const expected = token === 's390x' ? 'ALLOW' : expect.stringMatching(/^(EPERM|absent)$/)
    expect(of('socketcall')).toEqual(expected)
  })
})

it('node-server looks at the bits of an argument that the kernel reads', () => {
  const { of, ofNumber } = on(nodeServer, 'x86_64')
  expect(of('socket', { family: 0x1_0000_0000n + BigInt(AF_ALG), type: SOCK_SEQPACKET })).toBe('EPERM')
  expect(of('socket', { family: 0x1_0000_0002n, type: SOCK_STREAM })).toBe('ALLOW')
  expect(of('ioctl', { cmd: 0x1_0000_5412n })).toBe('EPERM')
  expect(ofNumber(0x4000_0029, [BigInt(AF_INET), BigInt(SOCK_STREAM)])).toBe('KILL_PROCESS')
})

it('node-server is refused for ABIs without Node, with the reason', () => {
  expect(() => on(nodeServer, 'x32')).toThrow(
    'policy "node-server" is not for x32: Node.js is not built for it',
  )
  expect(() => on(nodeServer, 'x86')).toThrow('its C libraries make sockets by socketcall')
})
