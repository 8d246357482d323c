import { pureCompute } from '@seccompile/presets'
import { describe, expect, it } from 'vitest'
import { on, TOKENS } from './verdict-of.ts'

const [O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_CLOEXEC] = [0, 1, 2, 0o100, 0o1000, 0o2000000]
const [CLONE_THREAD, CLONE_NEWUSER, CLONE_NEWNET, SIGCHLD] = [0x10000, 0x1000_0000, 0x4000_0000, 17]
const [TCGETS, TIOCSTI, TIOCLINUX] = [0x5401, 0x5412, 0x541c]
const [PR_SET_NAME, PR_SET_DUMPABLE] = [15, 4]

describe.each(TOKENS)('pure-compute on %s', (token) => {
  const { of } = on(pureCompute, token)

  it('lets a program start, read, write to open descriptors, and end', () => {
    for (const name of [
      'execve',
      'brk',
      'munmap',
      'read',
      'write',
      'close',
      'exit_group',
      'prlimit64',
    ] as const)
      expect([name, of(name)]).toEqual([name, 'ALLOW'])
    expect(of('openat', { flags: O_RDONLY })).toBe('ALLOW')
    expect(of('openat2')).toBe('ENOSYS')
  })

  it('refuses to open a file for writing', () => {
    expect(of('openat', { flags: O_WRONLY })).toBe('EPERM')
    expect(of('openat', { flags: O_RDWR })).toBe('EPERM')
  })

  it('refuses processes, sockets, signals to others and changes of files', () => {
    for (const name of [
      'fork',
      'vfork',
      'clone',
      'socket',
      'socketpair',
      'socketcall',
      'kill',
      'mkdirat',
      'unlinkat',
      'ftruncate',
      'memfd_create',
      'io_uring_setup',
      'ptrace',
      'mount',
      'unshare',
      'setuid',
      'bpf',
    ] as const)
      // prettier-ignore
      expect([name, of(name)]).toEqual([name, expect.stringMatching(/^(EPERM|absent)$/)])
  })
})

describe('pure-compute', () => {
  const { of, ofNumber, abi } = on(pureCompute, 'x86_64')

  it('looks at the flags of open, whatever the other bits', () => {
    for (const name of ['open', 'openat'] as const) {
      expect(of(name, { flags: O_CLOEXEC })).toBe('ALLOW')
      expect(of(name, { flags: O_CREAT })).toBe('EPERM')
      expect(of(name, { flags: O_CLOEXEC | O_TRUNC })).toBe('EPERM')
      // The kernel reads 32 bits.
      expect(of(name, { flags: 0x1_0000_0000n })).toBe('ALLOW')
      expect(of(name, { flags: 0x1_0000_0001n })).toBe('EPERM')
    }
  })

  it('makes threads and neither processes nor namespaces', () => {
    expect(of('clone', { clone_flags: 0x3d0f00 })).toBe('ALLOW')
    expect(of('clone', { clone_flags: SIGCHLD })).toBe('EPERM')
    expect(of('clone', { clone_flags: CLONE_THREAD | CLONE_NEWNET })).toBe('EPERM')
    expect(of('clone', { clone_flags: CLONE_NEWUSER })).toBe('EPERM')
    expect(of('clone3')).toBe('ENOSYS')
  })

  it('has few requests of ioctl and options of prctl', () => {
    expect(of('ioctl', { cmd: TCGETS })).toBe('ALLOW')
    for (const cmd of [TIOCSTI, TIOCLINUX, 0x1_0000_0000n + BigInt(TIOCSTI)])
      expect(of('ioctl', { cmd })).toBe('EPERM')
    expect(of('prctl', { option: PR_SET_NAME })).toBe('ALLOW')
    expect(of('prctl', { option: PR_SET_DUMPABLE })).toBe('EPERM')
  })

  it('ends calls of x32, and answers ENOSYS to calls that no table knows', () => {
    expect(ofNumber(0x4000_0000)).toBe('KILL_PROCESS')
    expect(ofNumber(abi.newest + 1)).toBe('ENOSYS')
  })
})
