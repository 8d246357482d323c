import { MAP_32BIT, MAP_FIXED } from '@seccompile/constants/map'
import { O_CREAT } from '@seccompile/constants/o'
import { callCondition, callPredicate } from '@seccompile/policy/toolkit'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'

const [x86_64, aarch64] = [signedAbiTable('x86_64'), signedAbiTable('aarch64')]

describe('callCondition', () => {
  it('checks the names on the first ABI that has the call', () => {
    // aarch64 has no open.
    expect(() => callCondition('open', ({ flags }) => flags.hasAny(O_CREAT), [aarch64, x86_64])).not.toThrow()
    const unknown = (args: unknown): never =>
      (args as { wings: { eq: (value: number) => never } }).wings.eq(1)
    expect(() => callCondition('open', unknown, [aarch64, x86_64])).toThrow('x86_64')
    expect(() => callCondition('open', unknown, [aarch64])).not.toThrow()
  })
})

describe('callPredicate', () => {
  it('is none on an ABI that does not know the call, the argument or a constant', () => {
    const map32 = callCondition('mmap', ({ flags }) => flags.hasAny(MAP_32BIT), [x86_64])
    expect(callPredicate('mmap', map32, x86_64)).toBeDefined()
    expect(callPredicate('mmap', map32, aarch64)).toBeUndefined()
    const fixed = callCondition('mmap', ({ flags }) => flags.hasAny(MAP_FIXED), [x86_64])
    expect(callPredicate('mmap', fixed, aarch64)).toBeDefined()
    expect(
      callPredicate('mmap', { kind: 'argument', argument: 'wings', op: 'eq', values: [1] }, x86_64),
    ).toBeUndefined()
    const create = callCondition('open', ({ flags }) => flags.hasAny(O_CREAT), [x86_64])
    expect(callPredicate('open', create, aarch64)).toBeUndefined()
  })
})
