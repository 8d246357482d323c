import { abiNumbers, calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { ALWAYS, argument, difference, U32 } from '@seccompile/rules'
import type { Predicate, RangeSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { callNames } from '../src/names/call-names.ts'
import { alike } from '../src/parts/alike.ts'
import type { CallsPart, Entry } from '../src/parts/alike.ts'
import { shownCalls } from '../src/parts/regions.ts'

const [x86_64, x32, aarch64] = [signedAbiTable('x86_64'), signedAbiTable('x32'), signedAbiTable('aarch64')]
const one = (value: number): RangeSet<number> => [{ lo: value, hi: value }]
const nr = (abi: AbiTable, name: string): number => calls(abi).find((call) => call.name === name)!.nr
const part = (abi: AbiTable, numbers: RangeSet<number>, when: Predicate = ALWAYS): CallsPart => ({
  arches: one(abi.auditArch),
  numbers,
  when,
})
const is = (value: bigint): Predicate => argument(0, [{ lo: value, hi: value }])
const entries = (...parts: readonly CallsPart[]): readonly Entry<CallsPart>[] =>
  alike(callNames([x86_64, aarch64]), [x86_64, aarch64], parts, () => '')

describe('alike parts', () => {
  it('are one entry where a call has one condition on several ABIs', () => {
    const found = entries(
      part(x86_64, one(nr(x86_64, 'close')), is(1n)),
      part(aarch64, one(nr(aarch64, 'close')), is(1n)),
    )
    expect(found.map(({ abis, calls: names }) => [abis, names])).toEqual([[['x86_64', 'aarch64'], ['close']]])
  })

  it('are two entries where the conditions of a call differ', () => {
    const found = entries(
      part(x86_64, one(nr(x86_64, 'close')), is(1n)),
      part(aarch64, one(nr(aarch64, 'close')), is(2n)),
    )
    expect(found.map(({ abis, condition }) => [abis, condition])).toEqual([
      [['x86_64'], 'args[0] == 1'],
      [['aarch64'], 'args[0] == 2'],
    ])
  })

  it('name every call only where they hold all numbers of the ABI', () => {
    const names = callNames([x86_64, x32])
    const callsIn = (numbers: RangeSet<number>): readonly (readonly string[])[] =>
      alike(names, [x86_64, x32], [part(x86_64, numbers)], () => '').map((entry) => entry.calls)
    const all = [{ lo: U32.min, hi: U32.max }]
    expect(callsIn(all)).toEqual([['every call']])
    expect(callsIn(difference(U32, all, abiNumbers(x32)))).toHaveLength(1)
    const [some] = callsIn([{ lo: 1, hi: U32.max }])
    expect(some).not.toContain('every call')
    expect(some).toContain('write')
  })
})

describe('a list of many calls', () => {
  it('ends after a thousand of them with the number of the others', () => {
    const names = callNames([x86_64])
    const known = new Set(calls(x86_64).map((call) => call.nr))
    const apart = (count: number): RangeSet<number> =>
      Array.from({ length: count }, (_, i) => 10_000 + 2 * i).map((value) => ({ lo: value, hi: value }))
    expect(known.has(10_000)).toBe(false)
    const shown = (count: number): readonly string[] => shownCalls(names, x86_64.auditArch, apart(count))
    expect(shown(1000)).toHaveLength(1000)
    expect(shown(1000).at(-1)).toBe('11998')
    expect(shown(1001)).toHaveLength(1001)
    expect(shown(1001).at(-1)).toBe('… 1 more')
  })
})
