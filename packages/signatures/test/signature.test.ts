import { argumentOf, signatureOf, signedAbiTable } from '@seccompile/signatures'
import { abiTable, abiTables } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const tokens = abiTables.map(({ token }) => token)
const names = (token: AbiToken, call: string): readonly string[] | undefined =>
  signatureOf(signedAbiTable(token), call)?.args.map(({ name }) => name)
/** The place of a value: its register, or the registers of both halves. */
const place = (token: AbiToken, call: string, name: string): string | undefined => {
  const found = argumentOf(signedAbiTable(token), call, name)
  if (found === undefined) return undefined
  return found.high === undefined ? `${found.index}` : `low ${found.index} high ${found.high}`
}
const reads = (token: AbiToken, call: string, name: string): string | undefined => {
  const found = argumentOf(signedAbiTable(token), call, name)
  return found === undefined ? undefined : `${found.pointer ? 'p' : found.signed ? 's' : 'u'}${found.width}`
}

describe('signedAbiTable', () => {
  it.each(tokens)('is the table of %s with signatures', (token) => {
    const { signatures, ...facts } = signedAbiTable(token)
    expect(facts).toEqual(abiTable(token))
    expect(signatures.get('read')?.args.map(({ name }) => name)).toEqual(['fd', 'buf', 'count'])
  })

  it('yields one map, however often it is asked', () => {
    expect(signedAbiTable('arm').signatures).toBe(signedAbiTable('arm').signatures)
  })

  it.each(['sparc', 'constructor', '__proto__', ''])('rejects "%s"', (token) => {
    expect(() => signedAbiTable(token as AbiToken)).toThrow(`ABI: "${token}" is not one of x86_64, x86,`)
  })
})

describe('signatureOf and argumentOf', () => {
  const table = signedAbiTable('x86_64')

  it('find a call and its argument', () => {
    expect(signatureOf(table, 'openat')).toEqual({
      args: [
        {
          name: 'dfd',
          type: 'int',
          width: 32,
          signed: true,
          pointer: false,
          index: 0,
          family: 'at',
          families: ['at'],
        },
        { name: 'filename', type: 'const char __user *', width: 64, signed: false, pointer: true, index: 1 },
        {
          name: 'flags',
          type: 'int',
          width: 32,
          signed: true,
          pointer: false,
          index: 2,
          family: 'o',
          families: ['o'],
        },
        {
          name: 'mode',
          type: 'umode_t',
          width: 16,
          signed: false,
          pointer: false,
          index: 3,
          family: 's',
          families: ['s'],
        },
      ],
      since: [2, 6],
    })
    expect(argumentOf(table, 'socket', 'family')).toMatchObject({ index: 0, family: 'af' })
  })

  it('find nothing where there is nothing', () => {
    for (const call of ['tuxcall', 'socketcall', 'nowhere', '__proto__', 'constructor'])
      expect(signatureOf(table, call)).toBeUndefined()
    expect(argumentOf(table, 'socket', 'domain')).toBeUndefined()
    expect(argumentOf(table, 'nowhere', 'fd')).toBeUndefined()
    const unsigned: AbiTable = abiTable('x86_64')
    expect(signatureOf(unsigned, 'openat')).toBeUndefined()
  })
})

/** Facts from the source of Linux 6.12, read by hand: net/socket.c, fs/ioctl.c, fs/open.c, kernel/fork.c, mm/mmap.c … */
describe('what the kernel reads', () => {
  const withSocket = tokens.filter((token) => signedAbiTable(token).numbers.has('socket'))
  it.each(withSocket)('is 32 bits with a sign of the family of a socket on %s', (token) => {
    expect(reads(token, 'socket', 'family')).toBe('s32')
  })

  it.each(tokens)('is 32 bits without a sign of the request of ioctl on %s', (token) => {
    expect(reads(token, 'ioctl', 'cmd')).toBe('u32')
    const word = token === 'x32' || abiTable(token).wordSize === 32 ? 32 : 64
    // n32 has a compat entry point for ioctl, like x32.
    expect(reads(token, 'ioctl', 'arg')).toBe(`u${word}`)
  })

  it.each(tokens)('is 16 bits of a mode on %s', (token) => {
    expect(reads(token, 'openat', 'mode')).toBe('u16')
    expect(reads(token, 'fchmodat', 'mode')).toBe('u16')
    expect(reads(token, 'mkdirat', 'mode')).toBe('u16')
  })

  it.each(tokens)('is the low half of clone_flags on %s', (token) => {
    expect(reads(token, 'clone', 'clone_flags')).toBe('u32')
  })

  it('is less than the C type says where the kernel passes it on in a smaller one', () => {
    for (const [call, arg, what] of [
      ['mbind', 'mode', 's32'],
      ['mmap', 'fd', 'u32'],
      ['ptrace', 'pid', 's32'],
      ['ptrace', 'request', 's64'],
      ['readv', 'fd', 'u32'],
      ['pwritev2', 'fd', 'u32'],
      ['read', 'count', 'u64'],
      ['prctl', 'option', 's32'],
      ['prctl', 'arg2', 'u64'],
      ['unshare', 'unshare_flags', 'u64'],
    ] as const)
      expect(`${call} ${arg} ${reads('x86_64', call, arg)}`).toBe(`${call} ${arg} ${what}`)
    expect(reads('ppc64', 'personality', 'personality')).toBe('u32')
  })

  it('is 16 bits of a uid in the old calls of 32-bit ABIs', () => {
    for (const token of ['x86', 'arm', 'm68k', 's390', 'sh'] as const) {
      expect(reads(token, 'chown', 'user')).toBe('u16')
      expect(reads(token, 'chown32', 'user')).toBe('u32')
    }
    expect(reads('x86_64', 'chown', 'user')).toBe('u32')
    expect(reads('mips', 'chown', 'user')).toBe('u32')
  })

  it('is registers of 64 bits on x32 and mips n32, except at compat entry points', () => {
    for (const token of ['x32', 'mips64n32', 'mipsel64n32'] as const) {
      expect(reads(token, 'mmap', 'len')).toBe('u64')
      expect(reads(token, 'openat', 'filename')).toBe('p64')
      expect(place(token, 'pread64', 'pos')).toBe('3')
    }
    expect(reads('x32', 'ioctl', 'arg')).toBe('u32')
    expect(reads('x32', 'ptrace', 'request')).toBe('s32')
  })
})

describe('the order of arguments', () => {
  it('of clone is one of three', () => {
    const plain = ['clone_flags', 'newsp', 'parent_tidptr', 'child_tidptr', 'tls']
    const backwards = ['clone_flags', 'newsp', 'parent_tidptr', 'tls', 'child_tidptr']
    const backwards2 = ['newsp', 'clone_flags', 'parent_tidptr', 'child_tidptr', 'tls']
    for (const token of ['x86_64', 'x32', 'loongarch64', 'm68k', 'sh', 'sheb'] as const)
      expect(names(token, 'clone')).toEqual(plain)
    for (const token of ['x86', 'aarch64', 'arm', 'mips', 'mips64', 'parisc', 'ppc', 'ppc64le', 'riscv64'] as const)
      expect(names(token, 'clone')).toEqual(backwards)
    for (const token of ['s390', 's390x'] as const) expect(names(token, 'clone')).toEqual(backwards2)
  }) // prettier-ignore

  it('of mmap is one pointer to a structure on x86, m68k, s390 and s390x', () => {
    for (const token of ['x86', 'm68k', 's390', 's390x'] as const) {
      expect(names(token, 'mmap')).toEqual(['arg'])
      expect(argumentOf(signedAbiTable(token), 'mmap', 'arg')?.pointer).toBe(true)
    }
    expect(names('s390', 'mmap2')).toEqual(['arg'])
    for (const token of ['x86_64', 'arm', 'mips', 'riscv64'] as const)
      expect(names(token, token === 'arm' ? 'mmap2' : 'mmap')?.slice(0, 5)).toEqual([
        'addr', 'len', 'prot', 'flags', 'fd',
      ]) // prettier-ignore
  })

  it('of fadvise64 on arm has the advice before the range', () => {
    expect(names('arm', 'arm_fadvise64_64')).toEqual(['fd', 'advice', 'offset', 'len'])
    expect(names('ppc', 'fadvise64_64')).toEqual(['fd', 'advice', 'offset', 'len'])
    expect(names('x86', 'fadvise64_64')).toEqual(['fd', 'offset', 'len', 'advice'])
  })
})

describe('a value of 64 bits on a 32-bit ABI', () => {
  it('takes two registers, from an even one on where the ABI aligns', () => {
    expect(place('x86_64', 'pread64', 'pos')).toBe('3')
    expect(place('x86', 'pread64', 'pos')).toBe('low 3 high 4')
    expect(place('arm', 'pread64', 'pos')).toBe('low 4 high 5')
    expect(place('mipsel', 'pread64', 'pos')).toBe('low 4 high 5')
    expect(place('mips', 'pread64', 'pos')).toBe('low 5 high 4')
    expect(place('ppc', 'pread64', 'pos')).toBe('low 5 high 4')
    expect(place('s390', 'pread64', 'pos')).toBe('low 4 high 3')
    expect(place('parisc', 'pread64', 'pos')).toBe('low 4 high 3')
    expect(place('sh', 'pread64', 'pos')).toBe('low 4 high 5')
    expect(place('sheb', 'pread64', 'pos')).toBe('low 5 high 4')
    expect(place('m68k', 'pread64', 'pos')).toBe('low 5 high 4')
  })

  it('leaves a register out only before a pair', () => {
    expect(place('arm', 'truncate64', 'length')).toBe('low 2 high 3')
    expect(place('x86', 'truncate64', 'length')).toBe('low 1 high 2')
    expect(place('sh', 'truncate64', 'length')).toBe('low 1 high 2')
    expect(place('arm', 'fallocate', 'offset')).toBe('low 2 high 3')
    expect(place('arm', 'readahead', 'count')).toBe('4')
    expect(place('x86', 'readahead', 'count')).toBe('3')
    expect(place('arm', 'fanotify_mark', 'mask')).toBe('low 2 high 3')
    expect(place('x86', 'fanotify_mark', 'dfd')).toBe('4')
  })

  it('has the type that the value has elsewhere', () => {
    expect(argumentOf(signedAbiTable('x86'), 'pread64', 'pos')).toMatchObject({
      type: 'loff_t', width: 64, signed: true,
    }) // prettier-ignore
    for (const token of ['x86', 'arm', 'ppc', 's390', 'parisc', 'm68k'] as const)
      expect(argumentOf(signedAbiTable(token), 'truncate64', 'length')).toMatchObject({
        type: 'loff_t', width: 64, signed: true,
      }) // prettier-ignore
    expect(argumentOf(signedAbiTable('s390'), 'fanotify_mark', 'mask')).toMatchObject({
      type: '__u64', width: 64, signed: false,
    }) // prettier-ignore
  })

  it('may push an argument out of seccomp_data on mips', () => {
    expect(names('mips', 'sync_file_range')).toEqual(['fd', 'offset', 'nbytes'])
    expect(names('mips', 'fadvise64')).toEqual(['fd', 'offset', 'len'])
  })
})

describe('since', () => {
  it.each([
    ['x86_64', 'read', [1, 0]],
    ['x86_64', 'openat', [2, 6]],
    ['x86_64', 'openat2', [5, 6]],
    ['x86_64', 'close_range', [5, 9]],
    ['x86_64', 'fchmodat2', [6, 6]],
    ['x86_64', 'listns', [6, 19]],
    ['x86_64', 'socket', [2, 0]],
    ['x86', 'socket', [4, 3]],
    ['x86', 'semget', [5, 1]],
    ['x86', 'clock_gettime64', [5, 1]],
    ['aarch64', 'read', [3, 7]],
    ['riscv64', 'read', [4, 15]],
    ['riscv64', 'openat2', [5, 6]],
    ['loongarch64', 'statx', [5, 19]],
  ] as const)('on %s of %s is %j', (token, call, version) => {
    expect(signatureOf(signedAbiTable(token), call)?.since).toEqual(version)
  })
})
