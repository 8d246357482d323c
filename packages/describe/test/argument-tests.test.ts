import { all, ALWAYS, argument, printPredicate } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { describe, expect, it } from 'vitest'
import { signedAbiTable } from '@seccompile/signatures'
import { parseTests } from '../src/calls/argument-tests.ts'

const x86_64 = signedAbiTable('x86_64')
const x86 = signedAbiTable('x86')
const on = (name: string | undefined, ...texts: readonly string[]): Promise<Predicate | undefined> =>
  parseTests(texts, { abi: x86_64, name }, '--arg: ')
const is = (index: number, value: bigint, mask?: bigint): Predicate =>
  argument(index, [{ lo: value, hi: value }], mask)

describe('a condition on an argument', () => {
  it.each([
    ['0=AF_INET', is(0, 2n)],
    ['args[0]=2', is(0, 2n)],
    ['family=AF_INET', is(0, 2n, 0xffff_ffffn)],
    ['0&0xffffffff=AF_INET', is(0, 2n, 0xffff_ffffn)],
    ['type & 0xf = SOCK_STREAM', is(1, 1n, 0xfn)],
    ['type&SOCK_CLOEXEC|SOCK_NONBLOCK=SOCK_CLOEXEC', is(1, 0x80000n, 0x80800n)],
    ['protocol=-1', is(2, 0xffff_ffffn, 0xffff_ffffn)],
  ])('%s compares the whole register by index, and what the kernel reads by name', async (text, expected) => {
    expect(await on('socket', text)).toEqual(expected)
  })

  it('compares both registers of a split argument', async () => {
    const predicate = await parseTests(['pos=0x100000002'], { abi: x86, name: 'pread64' }, '--arg: ')
    expect(predicate).toEqual(all([is(3, 2n, 0xffff_ffffn), is(4, 1n, 0xffff_ffffn)]))
    const low = await parseTests(['pos&0xff=2'], { abi: x86, name: 'pread64' }, '--arg: ')
    expect(low).toEqual(is(3, 2n, 0xffn))
  })

  it('holds together with the others, and masks of one argument may divide it', async () => {
    const both = await on('socket', '0&0xff=1', '0&0xff00=0', 'type=2')
    expect(printPredicate(both ?? ALWAYS)).toBe(
      '(args[0] & 0xff) == 1 and (args[0] & 0xff00) == 0 and (args[1] & 0xffffffff) == 2',
    )
    expect(await on(undefined)).toBeUndefined()
  })

  it.each([
    [
      'socket',
      ['6=1'],
      '--arg: expected INDEX=VALUE or NAME=VALUE, perhaps with &MASK before the =, with an index of 0 to 5; got "6=1"',
    ],
    ['socket', ['family'], 'expected INDEX=VALUE or NAME=VALUE'],
    ['socket', ['family&=1'], 'expected INDEX=VALUE or NAME=VALUE'],
    ['socket', ['famly=1'], '--arg: "socket" has no argument "famly" on x86_64; did you mean "family"?'],
    [
      undefined,
      ['family=1'],
      '--arg: "family" is the name of an argument; say of which call, or give its index',
    ],
    ['socket', ['family=1', '0=1'], '--arg: argument 0 (family) is given twice'],
    ['socket', ['0&3=1', '0&6=2'], '--arg: argument 0 (family) is given twice'],
    [
      'socket',
      ['0&3=4'],
      '--arg: argument 0 (family): 0x4 has bits outside the mask 0x3, so no argument is equal to it',
    ],
    ['socket', ['0&0=0'], '--arg: argument 0 (family): the mask is 0, so nothing is compared'],
    [
      'socket',
      ['family=0x100000002'],
      '--arg: argument family: the kernel reads the bits 0xffffffff, and the value is 0x100000002; write the index to test the whole register',
    ],
    [
      'socket',
      ['family&0x100000000=0'],
      '--arg: argument family: the kernel reads the bits 0xffffffff, and the mask is 0x100000000; write the index to test the whole register',
    ],
    ['socket', ['0&x=1'], 'argument 0 (family): unknown constant "x"'],
  ])('of %s, %j is refused', async (name, texts, message) => {
    await expect(on(name, ...texts)).rejects.toThrow(message)
  })
})
