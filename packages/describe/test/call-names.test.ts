import { AUDIT_ARCH, seccompData } from '@seccompile/abi'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { callNames } from '../src/names/call-names.ts'

const { X86_64, I386 } = AUDIT_ARCH
const X32 = 0x4000_0000
const one = callNames([abiTable('x86_64')])
const two = callNames([abiTable('x86_64'), abiTable('x32')])

describe('a call', () => {
  it('is written as in C, without the zeros at its end', () => {
    expect(one.call(seccompData({ arch: X86_64, nr: 0 }))).toBe('x86_64 read()')
    expect(one.call(seccompData({ arch: X86_64, nr: 1, args: [0n, 0x10n] }))).toBe('x86_64 write(0, 0x10)')
    expect(one.call({ ...seccompData({ arch: I386, nr: 3 }), instruction_pointer: 16n })).toBe(
      'x86 read() at instruction pointer 0x10',
    )
  })

  it('is a number where it has no name', () => {
    expect(one.call(seccompData({ arch: X86_64, nr: 5000 }))).toBe('x86_64 call 5000()')
    expect(one.call(seccompData({ arch: X86_64, nr: 0xffff_ffff }))).toBe('x86_64 call -1()')
    expect(one.call(seccompData({ arch: 7, nr: 0 }))).toBe('arch 0x00000007 call 0()')
  })

  it('is one of x32 where x32 was asked for', () => {
    const data = seccompData({ arch: X86_64, nr: X32 })
    expect(one.call(data)).toBe('x86_64 call 0x40000000()')
    expect(two.call(data)).toBe('x32 read()')
  })
})

describe('a list of calls', () => {
  it('has names first, and ranges of the numbers between them', () => {
    expect(one.list(X86_64, [{ lo: 0, hi: 1 }, { lo: 334, hi: 425 }])).toEqual(
      ['read', 'write', 'rseq', 'uretprobe', 'uprobe', 'pidfd_send_signal', 'io_uring_setup', '337..423'],
    ) // prettier-ignore
    expect(two.list(X86_64, [{ lo: X32, hi: X32 + 1 }])).toEqual(['x32:read', 'x32:write'])
  })

  it('is every call where it has all numbers', () => {
    expect(one.list(X86_64, [{ lo: 0, hi: 0xffff_ffff }])).toEqual(['every call'])
  })
})
