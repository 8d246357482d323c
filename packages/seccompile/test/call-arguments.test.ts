import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { parseArguments } from '../src/options/call-arguments.ts'

const chmod = { abi: signedAbiTable('x86_64'), name: 'chmod' }

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
    const socket = { abi: signedAbiTable('x86_64'), name: 'socket' }
    const typed = await parseArguments(['AF_INET', 'SOCK_STREAM|SOCK_CLOEXEC'], socket)
    expect(typed.slice(0, 2)).toEqual([2n, 0x80001n])
    await expect(parseArguments(['O_CREAT'], socket)).rejects.toThrow(
      'argument 0 (family): O_CREAT is no constant for family; if you mean its value, give the number',
    )
    const setsockopt = { abi: signedAbiTable('x86_64'), name: 'setsockopt' }
    expect((await parseArguments(['optname=SO_ATTACH_FILTER'], setsockopt))[2]).toBe(26n)
  })
})
