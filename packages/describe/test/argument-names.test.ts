import { AUDIT_ARCH } from '@seccompile/abi'
import { all, argument, LOW_WORD, not, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { argumentNames } from '../src/names/argument-names.ts'

const is = (index: number, value: bigint, mask = LOW_WORD): Predicate =>
  argument(index, [{ lo: value, hi: value }], mask)

/** The condition `when` on the calls of `abi`, with names. */
function text(when: Predicate, abi: AbiToken, ...calls: readonly string[]): string {
  const table = signedAbiTable(abi)
  const numbers = calls.map((call) => numberOf(table, call)!).sort((a, b) => a - b)
  return argumentNames([table]).condition(
    when,
    table.auditArch,
    numbers.map((nr) => ({ lo: nr, hi: nr })),
  )
}

describe('conditions', () => {
  it('have names of arguments and constants, by call and ABI', () => {
    expect(text(not(is(0, 1n)), 'x86_64', 'socket')).toBe('family != AF_UNIX')
    expect(text(is(0, 0n, 0x1000_0000n), 'x86_64', 'clone')).toBe('(clone_flags & CLONE_NEWUSER) == 0')
    expect(text(is(1, 0n, 0x1000_0000n), 's390x', 'clone')).toBe('(clone_flags & CLONE_NEWUSER) == 0')
    expect(text(is(0, 0n, 0x1000_0000n), 's390x', 'clone')).toBe('(newsp & 0x10000000) == 0')
    expect(text(is(2, 0x10000n), 'x86_64', 'openat')).toBe('flags == O_DIRECTORY')
    expect(text(is(2, 0x10000n), 'aarch64', 'openat')).toBe('flags == O_DIRECT')
    expect(text(is(2, 0n, 0xffff_fffbn), 'x86_64', 'mprotect')).toBe('(prot & 0xfffffffb) == 0')
    expect(text(is(0, 2n), 'x86', 'socketcall')).toBe('call == bind')
  })

  it('say so where a test asks for more bits than the kernel reads, and stay raw where for none of them', () => {
    expect(text(is(0, 1n, WHOLE_ARGUMENT), 'x86_64', 'socket')).toBe('(u64)family == AF_UNIX')
    expect(text(is(0, 0n, 0xffff_ffff_0000_0000n), 'x86_64', 'socket')).toBe(
      '(args[0] & 0xffffffff00000000) == 0',
    )
    expect(text(is(1, 0o777n, 0xffffn), 'x86_64', 'chmod')).toBe('mode == S_IRWXO|S_IRWXG|S_IRWXU')
    expect(text(is(1, 0o700n), 'x86_64', 'chmod')).toBe('(u32)mode == S_IRWXU')
    expect(text(is(4, 1n), 'arm', 'pread64')).toBe('(u32)pos == 1')
    expect(text(is(5, 1n), 'arm', 'pread64')).toBe('(pos >> 32) == 1')
  })

  it('on several calls have the names that all of them have', () => {
    const first = is(0, 1n)
    expect(text(first, 'x86_64', 'socket', 'socketpair')).toBe('family == AF_UNIX')
    expect(text(first, 'x86_64', 'socket', 'clone')).toBe('(args[0] & 0xffffffff) == 1')
    expect(text(all([first, is(1, 1n)]), 'x86_64', 'socket', 'accept4')).toBe(
      '(args[0] & 0xffffffff) == 1 and (args[1] & 0xffffffff) == 1',
    )
    const names = argumentNames([signedAbiTable('x86_64')])
    const every = [{ lo: 0, hi: 0xffff_ffff }]
    expect(names.condition(first, AUDIT_ARCH.X86_64, every)).toBe('(args[0] & 0xffffffff) == 1')
    expect(names.condition(first, 0x1234, [{ lo: 41, hi: 41 }])).toBe('(args[0] & 0xffffffff) == 1')
  })

  it('name no value of which a field is cut, and no sum of most bits', () => {
    expect(text(is(1, 1n, 1n), 'x86_64', 'socket')).toBe('(type & 1) == 1')
    expect(text(is(1, 1n, 0xfn), 'x86_64', 'socket')).toBe('(type & SOCK_TYPE_MASK) == SOCK_STREAM')
    expect(text(is(0, 0xffff_ffffn), 'x86_64', 'personality')).toBe('personality == 0xffffffff')
  })
})

describe('calls', () => {
  const values = (abi: AbiToken, call: string, ...given: readonly bigint[]): string => {
    const table = signedAbiTable(abi)
    const args = [...given, ...Array<bigint>(6 - given.length).fill(0n)] as const
    const found = argumentNames([table]).values({
      arch: table.auditArch,
      nr: numberOf(table, call)!,
      args: args as never, // six
    })
    return found === undefined ? 'none' : found.map(({ name, text: value }) => `${name}=${value}`).join(' ')
  }

  it('have values by name, up to the last that is not 0', () => {
    expect(values('x86_64', 'socket', 1n, 0x80001n)).toBe('family=AF_UNIX type=SOCK_STREAM|SOCK_CLOEXEC')
    expect(values('x86_64', 'socket', 0x1_0000_0001n)).toBe('family=0x100000001')
    expect(values('x86_64', 'openat', 0xffff_ff9cn, 0n, 0x42n)).toBe(
      'dfd=AT_FDCWD filename=0 flags=O_RDWR|O_CREAT',
    )
    expect(values('x86_64', 'kill', 0xffff_fffen, 9n)).toBe('pid=-2 sig=SIGKILL')
    expect(values('arm', 'pread64', 3n, 0n, 0n, 0n, 2n, 1n)).toBe('fd=3 buf=0 count=0 pos=0x100000002')
  })

  it('have zeros at the end too where all are asked for', () => {
    const table = signedAbiTable('x86_64')
    const call = {
      arch: table.auditArch,
      nr: numberOf(table, 'mkdir')!,
      args: [1n, 0n, 0n, 0n, 0n, 0n],
    } as const
    const names = argumentNames([table])
    expect(names.values(call)).toEqual([{ name: 'pathname', text: '1' }])
    expect(names.values(call, { all: true })).toEqual([
      { name: 'pathname', text: '1' },
      { name: 'mode', text: '0' },
    ])
  })

  it('are decimal where C has a signed int without constants', () => {
    expect(values('x86_64', 'kill', 0x1_0000n, 0n)).toBe('pid=65536')
    expect(values('x86_64', 'kill', 0xffff_0000n, 0n)).toBe('pid=-65536')
    expect(values('x86_64', 'kill', 0x1_0000_0010n, 0n)).toBe('pid=0x100000010')
  })

  it('name what is no argument by its index, and are raw where nothing is known', () => {
    expect(values('x86_64', 'getpid', 0n, 5n)).toBe('args[1]=5')
    expect(values('x86_64', 'tuxcall', 1n)).toBe('none')
  })
})
