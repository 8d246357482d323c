/** Values that people know, and where ABIs are known to differ. Sources: the headers that each line names. */
import { constants as machine } from 'node:os'
import { verdictOf } from '@seccompile/abi'
import { valueOn } from '@seccompile/constants'
import { constantNamed, constantsOf } from '@seccompile/constants/all'
import { errnoNames, errnoOf, errnoOn, verdictText } from '@seccompile/constants/errno'
import type { ErrnoName } from '@seccompile/constants/errno'
import { signalOn } from '@seccompile/constants/sig'
import { abis } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const on = (name: string, abi: AbiToken): number | undefined => {
  const found = constantNamed(name)
  expect(found, name).toBeDefined()
  return found && valueOn(found, abi)
}
const isMips = (abi: AbiToken): boolean => abi.startsWith('mips')
const isParisc = (abi: AbiToken): boolean => abi.startsWith('parisc')
const everywhere = abis.map(({ token }) => token)

describe('values', () => {
  it.each([
    ['AF_UNIX', 1],
    ['AF_INET6', 10],
    ['AF_NETLINK', 16],
    ['AF_ALG', 38],
    ['AF_VSOCK', 40],
    ['CLONE_NEWUSER', 0x1000_0000],
    ['CLONE_NEWNET', 0x4000_0000],
    ['CLONE_INTO_CGROUP', 2 ** 33],
    ['PROT_EXEC', 4],
    ['PR_SET_NO_NEW_PRIVS', 38],
    ['PR_SET_DUMPABLE', 4],
    ['AT_FDCWD', -100],
    ['AT_EMPTY_PATH', 0x1000],
    ['S_ISUID', 0o4000],
    ['SECCOMP_SET_MODE_FILTER', 1],
    ['PTRACE_ATTACH', 16],
    ['KEYCTL_READ', 11],
    ['KEY_SPEC_SESSION_KEYRING', -3],
    ['BPF_PROG_LOAD', 5],
    ['CLOCK_MONOTONIC', 1],
    ['LINUX_REBOOT_MAGIC1', 0xfee1_dead],
    ['MS_BIND', 0x1000],
    ['FUTEX_WAKE_PRIVATE', 0x81],
    ['UFFD_USER_MODE_ONLY', 1],
    ['FSCONFIG_CMD_CREATE', 6],
    ['SHUT_RDWR', 2],
    ['NETLINK_ROUTE', 0],
    ['R_OK', 4],
    ['SYSLOG_ACTION_READ_ALL', 3],
    ['SWAP_FLAG_PREFER', 0x8000],
    ['MNT_DETACH', 2],
  ])('%s is %i on every ABI', (name, value) => {
    for (const abi of everywhere) expect(on(name, abi), abi).toBe(value)
  })

  it('O_DIRECTORY and O_DIRECT of x86_64 are swapped on aarch64', () => {
    expect([on('O_DIRECTORY', 'x86_64'), on('O_DIRECT', 'x86_64')]).toEqual([0x10000, 0x4000])
    expect([on('O_DIRECTORY', 'aarch64'), on('O_DIRECT', 'aarch64')]).toEqual([0x4000, 0x10000])
  })

  it('TIOCSTI is 0x5412, and 0x5472 on mips', () => {
    expect(on('TIOCSTI', 'x86_64')).toBe(0x5412)
    expect(on('TIOCSTI', 'ppc64le')).toBe(0x5412)
    for (const abi of everywhere.filter(isMips)) expect(on('TIOCSTI', abi)).toBe(0x5472)
  })

  it('SOCK_STREAM is 1, and 2 on mips', () => {
    for (const abi of everywhere) {
      expect(on('SOCK_STREAM', abi)).toBe(isMips(abi) ? 2 : 1)
      expect(on('SOCK_DGRAM', abi)).toBe(isMips(abi) ? 1 : 2)
      expect(on('SOCK_CLOEXEC', abi)).toBe(on('O_CLOEXEC', abi))
      expect(on('SOCK_TYPE_MASK', abi)).toBe(0xf)
    }
  })

  it('requests of ioctl have the direction bits of the architecture and the sizes of the ABI', () => {
    expect(on('TUNSETIFF', 'x86_64')).toBe(0x400454ca)
    expect(on('TUNSETIFF', 'ppc64')).toBe(0x800454ca)
    expect([on('FS_IOC_GETFLAGS', 'x86_64'), on('FS_IOC_GETFLAGS', 'arm')]).toEqual([0x80086601, 0x80046601])
    expect([on('TCGETS', 'x86_64'), on('TCGETS', 'ppc64'), on('TCGETS', 'mips')]).toEqual([
      0x5401, 0x402c7413, 0x540d,
    ])
  })

  it('what one architecture has is on no other', () => {
    expect([on('MAP_32BIT', 'x86_64'), on('MAP_32BIT', 'aarch64')]).toEqual([0x40, undefined])
    expect([on('PROT_BTI', 'aarch64'), on('PROT_BTI', 'x86_64')]).toEqual([0x10, undefined])
    expect([on('ARCH_SET_FS', 'x86_64'), on('ARCH_SET_FS', 's390x')]).toEqual([0x1002, undefined])
  })

  it('time_t decides options of 32-bit ABIs, so they have no value there', () => {
    expect([on('SO_RCVTIMEO', 'x86_64'), on('SO_RCVTIMEO', 'x32'), on('SO_RCVTIMEO', 'arm')]).toEqual([
      20,
      20,
      undefined,
    ])
    expect([on('SO_RCVTIMEO_OLD', 'arm'), on('SO_RCVTIMEO_NEW', 'arm')]).toEqual([20, 66])
  })
})

describe('errnoNames', () => {
  it('has every error once, sorted', () => {
    expect(errnoNames).toEqual(
      constantsOf('errno')
        .map((one) => one.constant)
        .sort(),
    )
  })
})

describe('errnoOn', () => {
  it('knows ENOSYS: 38, on mips 89, on parisc 251', () => {
    for (const abi of everywhere)
      expect(errnoOn('ENOSYS', abi)).toBe(isMips(abi) ? 89 : isParisc(abi) ? 251 : 38)
  })

  it.each([
    ['EPERM', 1],
    ['ENOENT', 2],
    ['EACCES', 13],
    ['EINVAL', 22],
    ['ERANGE', 34],
  ] as const)('knows %s, which is the same everywhere', (name, value) => {
    for (const abi of everywhere) expect(errnoOn(name, abi)).toBe(value)
  })

  it('has none for what an ABI lacks, and for what is no error', () => {
    expect(errnoOn('EWOULDBLOCK', 'x86_64')).toBe(errnoOn('EAGAIN', 'x86_64'))
    for (const name of [
      'ENOPE',
      '__proto__',
      'errnoOn',
      'constructor',
      '',
      'EPERM 1',
      'EPERM 1\nENOENT',
      'EPER',
    ])
      expect(errnoOn(name as ErrnoName, 'arm')).toBeUndefined()
    expect(() => errnoOn('EPERM', 'sparc' as 'arm')).toThrow('ABI: expected')
  })
})

describe('verdictText', () => {
  const text = (errno: number, ...abis: AbiToken[]): string => verdictText(verdictOf('ERRNO', errno), abis)

  it('names an errno where the name is right on each of the ABIs, and else keeps the number', () => {
    expect([text(38, 'x86_64'), text(38, 'x86_64', 'aarch64'), text(89, 'mips', 'mips64')]).toEqual([
      'ERRNO(ENOSYS)',
      'ERRNO(ENOSYS)',
      'ERRNO(ENOSYS)',
    ])
    expect([text(38, 'x86_64', 'mips'), text(38, 'mips'), text(38)]).toEqual([
      'ERRNO(38)',
      'ERRNO(EL2NSYNC)',
      'ERRNO(38)',
    ])
    expect([text(1), text(13), text(1, 'mips', 's390x')]).toEqual([
      'ERRNO(EPERM)',
      'ERRNO(EACCES)',
      'ERRNO(EPERM)',
    ])
  })

  it('takes the name of the manual pages where a number has several', () => {
    const names = [text(11), text(35, 'x86_64'), text(95, 'x86_64'), text(253, 'parisc'), text(56, 'mips')]
    expect(names).toEqual([
      'ERRNO(EAGAIN)',
      'ERRNO(EDEADLK)',
      'ERRNO(EOPNOTSUPP)',
      'ERRNO(ECANCELED)',
      'ERRNO(EDEADLOCK)',
    ])
  })

  it('keeps what is no errno of an ABI, and other actions', () => {
    expect([text(0, 'x86_64'), text(41, 'x86_64'), text(4095, 'x86_64')]).toEqual([
      'ERRNO(0)',
      'ERRNO(41)',
      'ERRNO(4095)',
    ])
    expect([verdictText(0x7fff_0000), verdictText(0x7ff0_0001), verdictText(0x1234_0001)]).toEqual([
      'ALLOW',
      'TRACE(1)',
      '0x12340001',
    ])
    expect(errnoOf(0x7ff0_0001)).toBeUndefined()
  })

  it('has a number on every ABI that reads back as the verdict, for every number', () => {
    for (const abi of everywhere)
      for (let errno = 0; errno < 300; errno++) {
        const name = errnoOf(verdictOf('ERRNO', errno), [abi])
        if (name !== undefined) expect(errnoOn(name, abi)).toBe(errno)
        else expect(errnoNames.filter((each) => errnoOn(each, abi) === errno)).toEqual([])
      }
  })

  it('says what libc of this machine says, where that is Linux on x86_64', ({ skip }) => {
    skip(process.platform !== 'linux' || process.arch !== 'x64', 'the numbers of libc need Linux on x86_64')
    for (const [name, number] of Object.entries(machine.errno))
      if (!['EWOULDBLOCK', 'ENOTSUP'].includes(name)) expect(text(number, 'x86_64')).toBe(`ERRNO(${name})`)
  })
})

describe('signalOn', () => {
  it('knows SIGCHLD and SIGSYS: 17 and 31, on mips 18 and 12, on parisc 18 and 31', () => {
    const both = (abi: AbiToken) => [signalOn('SIGCHLD', abi), signalOn('SIGSYS', abi)]
    expect([both('x86_64'), both('mips'), both('parisc')]).toEqual([
      [17, 31],
      [18, 12],
      [18, 31],
    ])
  })
})
