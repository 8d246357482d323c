/* Tests of registers: their signs, their high words, and what cannot be moved. */
import { ALWAYS, argument, holds, LOW_WORD, NEVER, U64 } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { argumentOf, signatureOf, signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { fixedPredicate, movePredicate } from '../src/move-predicate.ts'
import type { MovedPredicate, PlacedCall } from '../src/move-predicate.ts'
import { saysTheSame } from '../src/values-on-abis.ts'

const AT_FDCWD = 0xffff_ff9cn
const EXTENDED = BigInt.asUintN(64, -100n)

const placed = (token: AbiToken, call: string, fixed: PlacedCall['fixed'] = []): PlacedCall => ({
  abi: signedAbiTable(token),
  call,
  fixed,
})

/** The test that argument `name` of `call` is `value` in the bits of `mask`. */
function equal({ abi, call }: PlacedCall, name: string, value: bigint, mask: bigint = U64.max): Predicate {
  return argument(argumentOf(abi, call, name)!.index, [{ lo: value, hi: value }], mask)
}

/** What becomes of a test of `name` on the way from one call to another. */
const moved = (
  from: PlacedCall,
  to: PlacedCall,
  name: string,
  value: bigint,
  mask?: bigint,
): MovedPredicate => movePredicate(equal(from, name, value, mask), from, to)

describe('a value that the library gives', () => {
  const dfd = [{ argument: 'dfd', values: [AT_FDCWD] }]

  it('may stand in the register with its sign and without', () => {
    const [from, to] = [placed('x86_64', 'openat', dfd), placed('x86_64', 'open')]
    for (const value of [AT_FDCWD, EXTENDED])
      expect(moved(from, to, 'dfd', value), String(value)).toEqual({ kind: 'moved', where: ALWAYS })
    expect(moved(from, to, 'dfd', 3n)).toEqual({ kind: 'moved', where: NEVER })
  })

  it('has no sign where the argument has none', () => {
    const mask = [{ argument: 'mask', values: [0x8000_0000n] }]
    const [from, to] = [placed('x86_64', 'statx', mask), placed('aarch64', 'statx', mask)]
    expect(moved(from, to, 'mask', 0xffff_ffff_8000_0000n)).toEqual({ kind: 'moved', where: NEVER })
    expect(moved(from, to, 'mask', 0x8000_0000n)).toEqual({ kind: 'moved', where: ALWAYS })
  })

  it('that is negative decides no bit above its width', () => {
    const where = fixedPredicate(placed('x86_64', 'openat', dfd), 'register')
    for (const value of [AT_FDCWD, EXTENDED])
      expect(holds(where, [value, 0n, 0n, 0n, 0n, 0n]), String(value)).toBe(true)
  })
})

describe('a test is not moved', () => {
  it('of a negative value to a wider argument, whose high word the test does not know', () => {
    const [from, to] = [placed('x86', 'mmap2'), placed('aarch64', 'mmap')]
    expect(moved(from, to, 'len', 0x8000_0001n, LOW_WORD)).toEqual({ kind: 'unmoved', argument: 'len' })
    expect(moved(from, to, 'len', 0x7fff_ffffn, LOW_WORD)).toMatchObject({ kind: 'moved' })
  })

  it('of a high word to registers that have none', () => {
    const [from, to] = [placed('x86_64', 'mmap'), placed('arm', 'mmap2')]
    expect(moved(from, to, 'len', 0n, U64.max ^ LOW_WORD)).toEqual({ kind: 'unmoved', argument: 'len' })
  })

  it('to an argument that stands in two registers', () => {
    const [from, to] = [placed('x86_64', 'pread64'), placed('arm', 'pread64')]
    expect(argumentOf(to.abi, 'pread64', 'pos')?.high).toBeDefined()
    expect(moved(from, to, 'pos', 0n)).toEqual({ kind: 'unmoved', argument: 'pos' })
  })

  it('where a constant of the other ABI alone meets it: SIG_SETMASK is 3 on mips', () => {
    const how = signatureOf(signedAbiTable('x86_64'), 'rt_sigprocmask')!.args.find(
      ({ name }) => name === 'how',
    )!
    const saysSame = (value: bigint): boolean => {
      const test = argument(how.index, [{ lo: value, hi: value }], LOW_WORD)
      if (test.kind !== 'argument') throw new Error('no test')
      return saysTheSame(test, how, 'x86_64', 'mips')
    }
    expect([0n, 3n, 9n].map(saysSame)).toEqual([false, false, true])
  })
})
