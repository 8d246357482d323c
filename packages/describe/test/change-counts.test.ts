import { verdictOf } from '@seccompile/abi'
import type { Change, Direction } from '@seccompile/prover'
import { ALWAYS, argument } from '@seccompile/rules'
import type { RangeSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { abiNumbers, numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { callNames } from '../src/names/call-names.ts'
import { changeCounts, countsText } from '../src/changes/change-counts.ts'

const [x86_64, x86, x32] = [signedAbiTable('x86_64'), signedAbiTable('x86'), signedAbiTable('x32')]
const abis = [x86_64, x86, x32]

/** The verdicts of a change in a direction. */
const VERDICTS: Readonly<Record<Direction, Pick<Change, 'from' | 'to'>>> = {
  weaker: { from: verdictOf('ERRNO', 1), to: verdictOf('ALLOW') },
  stricter: { from: verdictOf('ALLOW'), to: verdictOf('ERRNO', 1) },
  other: { from: verdictOf('ERRNO', 1), to: verdictOf('ERRNO', 38) },
}

const numbers = (abi: AbiTable, ...names: readonly string[]): RangeSet<number> =>
  names.map((name) => ({ lo: numberOf(abi, name)!, hi: numberOf(abi, name)! })).sort((a, b) => a.lo - b.lo)

const change = (abi: AbiTable, direction: Direction, on: RangeSet<number>): Change => ({
  arches: [{ lo: abi.auditArch, hi: abi.auditArch }],
  numbers: on,
  when: ALWAYS,
  direction,
  ...VERDICTS[direction],
})

/** `changed`, where only a first argument of `value` changes, and other values keep their verdict. */
const partly = (changed: Change, value: bigint): Change => ({
  ...changed,
  when: argument(0, [{ lo: value, hi: value }]),
  isPartial: true,
})

const textOf = (...changes: readonly Change[]): string =>
  countsText(changeCounts(callNames(abis), abis, changes))

describe('counts of changes', () => {
  it('are calls, whatever the groups that the prover finds', () => {
    expect(
      textOf(
        change(x86_64, 'weaker', numbers(x86_64, 'read', 'write')),
        change(x86_64, 'weaker', numbers(x86_64, 'mseal')),
        change(x86_64, 'stricter', numbers(x86_64, 'close')),
        change(x86_64, 'other', numbers(x86_64, 'clone3')),
      ),
    ).toBe('x86_64: 3 calls weaker, 1 stricter, 1 other')
  })

  it('have a call once, and say how many change for some arguments only', () => {
    const socket = change(x86_64, 'weaker', numbers(x86_64, 'socket'))
    expect(textOf(partly(socket, 1n), partly(socket, 2n))).toBe('x86_64: 1 call weaker for some arguments')
    expect(textOf(partly(socket, 1n), change(x86_64, 'weaker', numbers(x86_64, 'read', 'write')))).toBe(
      'x86_64: 3 calls weaker (1 of them for some arguments)',
    )
    // All arguments change, by two errnos: nothing keeps its verdict.
    const whole = { ...socket, when: argument(0, [{ lo: 1n, hi: 1n }]) }
    expect(textOf(whole, { ...whole, from: verdictOf('ERRNO', 2) })).toBe('x86_64: 1 call weaker')
  })

  it('have a call that is weaker and stricter in both directions, and say so', () => {
    const weaker = partly(change(x86_64, 'weaker', numbers(x86_64, 'socket')), 1n)
    const stricter = partly(change(x86_64, 'stricter', numbers(x86_64, 'socket')), 2n)
    expect(textOf(weaker, stricter, change(x86_64, 'stricter', numbers(x86_64, 'read')))).toBe(
      'x86_64: 1 call weaker for some arguments, 2 stricter (1 of them for some arguments), 1 call in both, by arguments',
    )
  })

  it('say of a call that changes in several directions that it does, where more than one is asked for', () => {
    const socket = (direction: Direction, value: bigint): Change => ({
      ...change(x86_64, direction, numbers(x86_64, 'socket')),
      when: argument(0, [{ lo: value, hi: value }]),
    })
    // No argument keeps its verdict, and each direction is for some of them.
    const two = [socket('weaker', 1n), socket('stricter', 2n)]
    expect(textOf(...two)).toBe(
      'x86_64: 1 call weaker for some arguments, 1 stricter for some arguments, 1 call in both, by arguments',
    )
    expect(textOf(...two, socket('other', 3n))).toMatch(/1 call in several, by arguments$/)
    expect(countsText(changeCounts(callNames(abis), abis, two, ['weaker']))).toBe(
      'x86_64: 1 call weaker for some arguments',
    )
  })

  it('have the main ABI first, and the ABIs on which the same calls change once', () => {
    const read = (abi: AbiTable): Change => change(abi, 'weaker', numbers(abi, 'read'))
    expect(textOf(read(x86), read(x32), read(x86_64))).toBe('x86_64: 1 call weaker, the same on x86, x32')
    // One call each, and not the same one.
    expect(textOf(read(x86_64), change(x86, 'weaker', numbers(x86, 'write')), read(x32))).toBe(
      'x86_64: 1 call weaker, the same on x32; x86: 1 call weaker',
    )
  })

  it('have numbers that are no calls apart, as ranges', () => {
    const unknown = [
      { lo: 3000, hi: 4000 },
      { lo: 5000, hi: 5000 },
    ]
    expect(textOf(change(x86_64, 'stricter', unknown))).toBe(
      'x86_64: no call (numbers without a name: 2 ranges stricter)',
    )
    expect(textOf(change(x86_64, 'weaker', [...numbers(x86_64, 'read'), ...unknown]))).toBe(
      'x86_64: 1 call weaker (numbers without a name: 2 ranges weaker)',
    )
  })

  it('say of an ABI of which every number changes just that', () => {
    expect(textOf(change(x86, 'weaker', abiNumbers(x86)))).toBe('x86: every call weaker')
    expect(textOf(partly(change(x86, 'weaker', abiNumbers(x86)), 1n))).toMatch(
      /^x86: \d+ calls weaker for some arguments/,
    )
    const rest = { ...change(x86, 'stricter', [{ lo: 0, hi: 0xffff_ffff }]), arches: [{ lo: 0, hi: 5 }, { lo: 7, hi: 0x4000_0002 }, { lo: 0x4000_0004, hi: 0xffff_ffff }] } // prettier-ignore
    expect(textOf(rest)).toBe('other ABIs: every call stricter')
  })

  it('say nothing of calls where arch values have no table: each ABI may have a call there', () => {
    const any = { ...change(x86, 'stricter', [{ lo: 59, hi: 59 }]), arches: [{ lo: 0, hi: 0xffff_ffff }] }
    expect(textOf(any)).toBe('any arch: 1 range of numbers stricter')
    const some = { ...change(x86, 'weaker', [{ lo: 0, hi: 5 }, { lo: 7, hi: 0xffff_ffff }]), arches: [{ lo: 0, hi: 0xbfff_ffff }] } // prettier-ignore
    expect(textOf(some, { ...some, direction: 'stricter', numbers: [{ lo: 6, hi: 6 }] })).toBe(
      'arch 0x0..0xbfffffff: 2 ranges of numbers weaker, 1 stricter',
    )
  })
})
