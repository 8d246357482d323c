import { signedAbiTable } from '@seccompile/signatures'
import { abis, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { orderNote, parseArguments } from '../src/calls/call-arguments.ts'

const chmod = { abi: signedAbiTable('x86_64'), name: 'chmod', nr: 90 }

describe('a number that is typed', () => {
  it('is decimal, hexadecimal or octal', async () => {
    for (const text of ['2541', '0x9ed', '0o4755'])
      expect((await parseArguments(['0', text], chmod))[1]).toBe(0o4755n)
  })

  it('is refused with a leading 0, which C reads as octal', async () => {
    await expect(parseArguments(['0', '04755'], chmod)).rejects.toThrow(
      'argument 1 (mode): 04755 is octal in C and decimal in other places; write 0o4755 or 4755',
    )
    await expect(parseArguments(['mode=-07'], chmod)).rejects.toThrow('write -0o7 or -7')
    await expect(parseArguments(['0', '089'], chmod)).rejects.toThrow('got "089"')
  })
})

describe('a constant that is typed', () => {
  it('is one that the argument takes', async () => {
    const socket = { abi: signedAbiTable('x86_64'), name: 'socket', nr: 41 }
    const typed = await parseArguments(['AF_INET', 'SOCK_STREAM|SOCK_CLOEXEC'], socket)
    expect(typed.slice(0, 2)).toEqual([2n, 0x80001n])
    await expect(parseArguments(['O_CREAT'], socket)).rejects.toThrow(
      'argument 0 (family): O_CREAT is no constant for family; if you mean its value, give the number',
    )
    const setsockopt = { abi: signedAbiTable('x86_64'), name: 'setsockopt', nr: 54 }
    expect((await parseArguments(['optname=SO_ATTACH_FILTER'], setsockopt))[2]).toBe(26n)
  })
})

describe('values that are typed without a name', () => {
  const call = (token: AbiToken, name: string): Parameters<typeof parseArguments>[1] => {
    const abi = signedAbiTable(token)
    return { abi, name, nr: numberOf(abi, name)! }
  }

  it('are in the order of the C function, wherever the registers are', async () => {
    const typed = ['CLONE_NEWUSER', '0x10', '0x20', '0x30', '0x40']
    const flags = 0x1000_0000n
    expect((await parseArguments(typed, call('x86_64', 'clone'))).slice(0, 5)).toEqual([flags, 0x10n, 0x20n, 0x30n, 0x40n]) // prettier-ignore
    expect((await parseArguments(typed, call('s390x', 'clone'))).slice(0, 5)).toEqual([0x10n, flags, 0x20n, 0x30n, 0x40n]) // prettier-ignore
    expect((await parseArguments(typed, call('aarch64', 'clone'))).slice(0, 5)).toEqual([flags, 0x10n, 0x20n, 0x40n, 0x30n]) // prettier-ignore
  })

  it('take two registers where the argument has two', async () => {
    const typed = ['0', '0x500000006']
    expect(await parseArguments(typed, call('arm', 'truncate64'))).toEqual([0n, 0n, 6n, 5n, 0n, 0n])
    expect(await parseArguments(typed, call('x86', 'truncate64'))).toEqual([0n, 6n, 5n, 0n, 0n, 0n])
    expect(await parseArguments(typed, call('ppc', 'truncate64'))).toEqual([0n, 0n, 5n, 6n, 0n, 0n])
  })

  it('mean the call that names mean, on every ABI', async () => {
    for (const { token } of abis) {
      const kill = call(token, 'kill')
      expect(await parseArguments(['-1', '9'], kill)).toEqual(await parseArguments(['pid=-1', 'sig=9'], kill))
    }
  })

  it('leave args[0] of m68k to the number of the call, which no other value may be', async () => {
    const kill = call('m68k', 'kill')
    expect(await parseArguments(['-1', '9'], kill)).toEqual([37n, 0xffff_ffffn, 9n, 0n, 0n, 0n])
    expect(await parseArguments(['args[0]=37'], kill)).toEqual([37n, 0n, 0n, 0n, 0n, 0n])
    await expect(parseArguments(['args[0]=38'], kill)).rejects.toThrow(
      'args[0] is the number of the call on m68k, 37; got 38',
    )
    const unknown = { abi: signedAbiTable('m68k'), name: undefined, nr: 900 }
    expect(await parseArguments(['1', '2', '3', '4', '5'], unknown)).toEqual([900n, 1n, 2n, 3n, 4n, 5n])
    await expect(parseArguments(['1', '2', '3', '4', '5', '6'], unknown)).rejects.toThrow(
      '"6" is value 6; of those that a filter sees on m68k, there are five',
    )
  })

  it('are refused past those that a filter sees', async () => {
    await expect(parseArguments(['1', '0', '0', '2'], call('mips', 'sync_file_range'))).rejects.toThrow(
      '"2" is value 4; of those that a filter sees on mips, "sync_file_range" has 3 (fd, offset, nbytes); for a register, write args[INDEX]=2',
    )
    await expect(parseArguments(['7'], call('x86_64', 'getpid'))).rejects.toThrow(
      '"getpid" has no arguments; for a register, write args[INDEX]=7',
    )
    expect(await parseArguments(['args[3]=7'], call('x86_64', 'getpid'))).toEqual([0n, 0n, 0n, 7n, 0n, 0n])
  })

  it('are told of where they are in another register than their place says', () => {
    expect(orderNote(['CLONE_NEWUSER'], call('s390x', 'clone'))).toBe(
      'values are in the order of the C function; on s390x clone_flags is args[1]',
    )
    expect(orderNote(['0', '6'], call('arm', 'truncate64'))).toContain('length is args[2] and args[3]')
    expect(orderNote(['CLONE_NEWUSER'], call('x86_64', 'clone'))).toBeUndefined()
    expect(orderNote(['clone_flags=1'], call('s390x', 'clone'))).toBeUndefined()
  })
})
