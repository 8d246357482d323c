/* The table says what glibc and musl are known to call, on ABIs that were measured and on others. */
import { callsOfFunctions, LIBCS, OLDER_CALLS, portsOf } from '@seccompile/libc-calls'
import type { LibcName, FixedCall } from '@seccompile/libc-calls'
import { CLONE_CHILD_CLEARTID, CLONE_CHILD_SETTID } from '@seccompile/constants/clone'
import { SIGCHLD } from '@seccompile/constants/sig'
import { valueOn } from '@seccompile/constants'
import { argumentOf, signedAbiTable } from '@seccompile/signatures'
import { abis } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const rowOf = (libc: LibcName, abi: AbiToken, name: string) =>
  callsOfFunctions(libc, abi).find((each) => each.function === name)

/** The names of the calls, a text for each list. */
const callsOf = (libc: LibcName, abi: AbiToken, name: string): readonly string[] =>
  rowOf(libc, abi, name)?.lists.map((list) => list.map((call) => call.name).join(' ')) ?? []

describe('the calls of a function', () => {
  it('are those of the libraries on x86_64', () => {
    expect(callsOf('glibc', 'x86_64', 'open')).toEqual(['openat'])
    expect(callsOf('musl', 'x86_64', 'open')).toEqual(['open'])
    expect(callsOf('musl', 'x86_64', 'stat')).toEqual(['stat'])
    expect(callsOf('glibc', 'x86_64', 'epoll_wait')).toEqual(['epoll_wait'])
    expect(callsOf('musl', 'x86_64', 'epoll_wait')).toEqual(['epoll_pwait'])
  })

  it.each(['aarch64', 'riscv64', 'loongarch64'] as const)('have no legacy call on %s', (abi) => {
    for (const libc of LIBCS) {
      expect(callsOf(libc, abi, 'open')).toEqual(['openat'])
      expect(callsOf(libc, abi, 'rmdir')).toEqual(['unlinkat'])
      expect(callsOf(libc, abi, 'dup2')).toEqual(['dup3'])
    }
  })

  it('have the values that the library gives', () => {
    const fixedOf = (name: string, abi: AbiToken): readonly FixedCall[] =>
      rowOf('glibc', abi, name)?.lists[0] ?? []
    expect(fixedOf('rmdir', 'aarch64')).toEqual([
      {
        name: 'unlinkat',
        fixed: [
          { argument: 'dfd', values: [0xffff_ff9cn] },
          { argument: 'flag', values: [0x200n] },
        ],
        instead: [],
      },
    ])
    for (const abi of ['x86_64', 'mipsel'] as const) {
      const clone = fixedOf('fork', abi).find(({ name }) => name === 'clone')
      const flags = [CLONE_CHILD_CLEARTID, CLONE_CHILD_SETTID, SIGCHLD].map((one) =>
        BigInt(valueOn(one, abi)!),
      )
      expect(clone?.fixed, abi).toEqual([
        { argument: 'clone_flags', values: [flags.reduce((sum, one) => sum | one)] },
      ])
    }
  })

  it('go on after ENOSYS', () => {
    const clone3 = rowOf('glibc', 'x86_64', 'pthread_create')?.lists[0]?.find(({ name }) => name === 'clone3')
    expect(clone3?.instead.map(({ name }) => name)).toEqual(['clone'])
    const access = rowOf('musl', 'x86_64', 'faccessat(AT_EACCESS)')?.lists[0]?.[0]
    expect(access?.name).toBe('faccessat2')
    expect(access?.instead.map(({ name }) => name)).toContain('faccessat')
  })

  it('have times of 64 bits on 32-bit ABIs, before those of 32', () => {
    const first = rowOf('musl', 'arm', 'clock_gettime')?.lists[0]?.[0]
    expect(first?.name).toBe('clock_gettime64')
    expect(first?.instead.map(({ name }) => name)).toContain('clock_gettime')
  })

  it('on an ABI that was not measured are those of one with the same of these calls', () => {
    expect(rowOf('glibc', 'ppc64', 'open')?.measuredOn).not.toBe('ppc64')
    expect(callsOf('glibc', 'ppc64', 'open')).toEqual(['openat'])
    expect(callsOf('musl', 'loongarch64', 'open')).toEqual(callsOf('musl', 'riscv64', 'open'))
  })

  it('are those of the ABI that has the other byte order, before those of another machine', () => {
    expect(callsOf('glibc', 'mipsel64', 'stat')).toEqual(['statx'])
    expect(rowOf('glibc', 'mips64', 'stat')?.measuredOn).toBe('mipsel64')
    expect(callsOf('glibc', 'mips64', 'stat')).toEqual(['statx'])
  })

  it('are not known where the library makes statx in place of a call that the kernel has', () => {
    for (const abi of ['loongarch64', 'mips64', 'mipsel64'] as const)
      for (const name of ['stat', 'fstat']) expect(rowOf('musl', abi, name)?.lists, abi).toEqual([])
  })

  it('on x32, with the times and file offsets of x86_64, are those of x86_64', () => {
    for (const name of ['stat', 'select', 'creat', 'nanosleep'])
      for (const libc of LIBCS) {
        expect(rowOf(libc, 'x32', name)?.measuredOn, name).toBe('x86_64')
        expect(callsOf(libc, 'x32', name), name).toEqual(callsOf(libc, 'x86_64', name))
      }
  })
})

describe('every row', () => {
  it.each(abis.map(({ token }) => token))('names calls and arguments of %s', (token) => {
    const table = signedAbiTable(token)
    for (const libc of LIBCS)
      for (const { function: name, lists, measuredOn } of callsOfFunctions(libc, token)) {
        expect(lists.length === 0, name).toBe(measuredOn === undefined)
        for (const call of lists.flatMap((list) => list.flatMap((one) => [one, ...one.instead]))) {
          expect(table.numbers.has(call.name), `${name}: ${call.name}`).toBe(true)
          for (const { argument, values } of call.fixed) {
            expect(argumentOf(table, call.name, argument), `${call.name} ${argument}`).toBeDefined()
            expect(values.length).toBeGreaterThan(0)
          }
        }
      }
  })

  it('is for an ABI for which the library has a port', () => {
    expect(portsOf('musl')).not.toContain('parisc64')
    expect(callsOfFunctions('musl', 'parisc64')).toEqual([])
    expect(portsOf('musl')).toContain('aarch64')
  })
})

it('names calls that some ABI has for older versions', () => {
  for (const { call } of OLDER_CALLS)
    expect(
      abis.some(({ token }) => signedAbiTable(token).numbers.has(call)),
      call,
    ).toBe(true)
})
