import { valueOn } from '@seccompile/constants'
import { constantFamilies, nameOfValue, namesOfBits } from '@seccompile/constants/all'
import type { ConstantFamily } from '@seccompile/constants'
import { abis } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

/** ABIs with values of their own for many constants. */
const ABIS = ['x86_64', 'arm', 'mips', 'parisc', 'ppc64', 's390x'] as const

describe('namesOfBits', () => {
  it.each([
    ['clone', 0x5000_0004, 'CLONE_NEWUSER|CLONE_NEWNET|0x4'],
    ['clone', 0x11, '0x11'],
    ['clone', 0, '0x0'],
    ['o', 0o102 | 0x80000, 'O_RDWR|O_CREAT|O_CLOEXEC'],
    ['o', 0x410000, 'O_TMPFILE'],
    ['o', 0x410002, 'O_RDWR|O_TMPFILE'],
    ['o', 0, 'O_RDONLY'],
    ['sock', 0x80801, 'SOCK_STREAM|SOCK_NONBLOCK|SOCK_CLOEXEC'],
    ['sock', 0x8000f, 'SOCK_CLOEXEC|0xf'],
    ['map', 0x22 | (21 << 26), 'MAP_PRIVATE|MAP_ANONYMOUS|MAP_HUGE_2MB'],
    ['s', 0o100644, 'S_IROTH|S_IRGRP|S_IWUSR|S_IRUSR|S_IFREG'],
    ['s', 0o777, 'S_IRWXO|S_IRWXG|S_IRWXU'],
    ['prot', 7, 'PROT_READ|PROT_WRITE|PROT_EXEC'],
    ['prot', 0, 'PROT_NONE'],
    ['futex', 0x80 | 0x100 | 9, 'FUTEX_WAIT_BITSET|FUTEX_PRIVATE_FLAG|FUTEX_CLOCK_REALTIME'],
    ['futex2', 0x83, 'FUTEX2_SIZE_U64|FUTEX2_PRIVATE'],
    ['futex2', 3, 'FUTEX2_SIZE_U64'],
    ['af', 2, 'AF_INET'],
    ['af', 1, 'AF_UNIX'],
    ['af', 77, '0x4d'],
    ['at', 0xffff_ff9c, 'AT_FDCWD'],
    ['at', -100, 'AT_FDCWD'],
    ['at', -5, '-5'],
    ['pr-arg', 1, '0x1'],
    ['io-uring', 0x8000_0002, 'IORING_REGISTER_FILES|IORING_REGISTER_USE_REGISTERED_RING'],
    ['bpf', 0x1_0005, 'BPF_PROG_LOAD|BPF_COMMON_ATTRS'],
    ['clone', 0xffff_ffc3_0000_0000n, 'CLONE_CLEAR_SIGHAND|CLONE_INTO_CGROUP|0xffffffc000000000'],
  ] as const)('names %s %s on x86_64: %s', (family, value, names) => {
    expect(namesOfBits(family, value, 'x86_64')).toBe(names)
  })

  it('asks the ABI', () => {
    expect(namesOfBits('o', 0x4000, 'x86_64')).toBe('O_DIRECT')
    expect(namesOfBits('o', 0x4000, 'aarch64')).toBe('O_DIRECTORY')
    expect(namesOfBits('sock', 2, 'mips')).toBe('SOCK_STREAM')
  })

  it('refuses an unknown family, an unknown ABI and half a number', () => {
    expect(() => namesOfBits('clon' as 'clone', 1, 'x86_64')).toThrow('did you mean "clone"?')
    expect(() => namesOfBits('clone', 1, 'x64' as 'x86_64')).toThrow('ABI: expected')
    expect(() => namesOfBits('clone', 1.5, 'x86_64')).toThrow(
      new RangeError('value: expected a whole number; got 1.5'),
    )
    expect(() => nameOfValue('clone', '1' as never, 'x86_64')).toThrow(
      new TypeError('value: expected a whole number; got "1"'),
    )
  })

  it.each(constantFamilies.map((facts) => [facts.family as ConstantFamily]))(
    'yields names of %s whose or is the value',
    (family) => {
      for (const { token } of abis) {
        const values = new Map(
          constantFamilies
            .find((facts) => facts.family === family)
            ?.constants.map((one) => [one.constant, valueOn(one, token)]),
        )
        for (const value of [0n, 1n, 3n, 0xffn, 0x81234n, 0x8000_0001n, 0xffff_ffffn, 0x1_2345_6789n]) {
          const parts = namesOfBits(family, value, token).split('|')
          const or = parts.reduce((sum, part) => sum | BigInt(values.get(part) ?? part), 0n)
          expect(BigInt.asUintN(32, or) === value || or === value, `${token} ${value}: ${parts.join()}`).toBe(
            true,
          )
        }
      }
    },
  )
})

describe('nameOfValue', () => {
  it('takes the name that is no alias', () => {
    expect(nameOfValue('errno', 11, 'x86_64')).toBe('EAGAIN')
    expect(nameOfValue('errno', 95, 'x86_64')).toBe('EOPNOTSUPP')
    expect(nameOfValue('sig', 6, 'x86_64')).toBe('SIGABRT')
    expect(nameOfValue('sched', 0, 'x86_64')).toBe('SCHED_NORMAL')
    expect(nameOfValue('at', 0x200, 'x86_64')).toBe('AT_REMOVEDIR')
  })

  it('has none for what no constant is', () => {
    expect(nameOfValue('af', 77, 'x86_64')).toBeUndefined()
    expect(nameOfValue('clone', 0x5000_0000, 'x86_64')).toBeUndefined()
    expect(nameOfValue('pr-arg', 1, 'x86_64')).toBeUndefined()
  })

  it('gives every constant of an enumeration its own name back, or that of one with its value', () => {
    const wrong: string[] = []
    for (const { family, kind, constants } of constantFamilies)
      for (const token of ABIS)
        for (const one of kind === 'various' ? [] : constants) {
          const value = valueOn(one, token)
          if (value === undefined) continue
          const name = nameOfValue(family as ConstantFamily, value, token)
          const named = constants.find(({ constant }) => constant === name)
          if (named === undefined || valueOn(named, token) !== value)
            wrong.push(`${one.constant} on ${token}`)
        }
    expect(wrong).toEqual([])
  })
})
