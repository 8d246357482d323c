import { holds, isAlways, isNever } from '@seccompile/rules'
import { all, any, arg, not, printCondition } from '@seccompile/policy'
import type { ArgCondition } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { conditionPredicate, largestConstant } from '../src/data/condition.ts'

const TOP = 0xffff_ffff_ffff_ffffn
const WIDE = 2n ** 32n + 5n

const on64 = (condition: ArgCondition, value: bigint) => holds(conditionPredicate(condition, 64), [value])
const on32 = (condition: ArgCondition, value: bigint) => holds(conditionPredicate(condition, 32), [value])

describe('the operators, unsigned, on 64 bits', () => {
  it.each([
    ['eq', arg(0).eq(5), [5n], [4n, 6n, WIDE, TOP]],
    ['ne', arg(0).ne(5), [4n, 6n, WIDE, TOP], [5n]],
    ['lt', arg(0).lt(5), [0n, 4n], [5n, 6n, TOP]],
    ['le', arg(0).le(5), [0n, 5n], [6n, TOP]],
    ['gt', arg(0).gt(5), [6n, WIDE, TOP], [0n, 5n]],
    ['ge', arg(0).ge(5), [5n, TOP], [0n, 4n]],
    ['maskedEq', arg(0).maskedEq(0xf0, 0x1020), [0x20n, 0x2fn, 0xff2fn], [0x30n, 0n]],
    ['in', arg(0).in(5, [10n, 20]), [5n, 10n, 15n, 20n], [4n, 6n, 9n, 21n]],
    ['notIn', arg(0).notIn(5, [10n, 20]), [4n, 6n, 9n, 21n, TOP], [5n, 10n, 20n]],
  ] as const)('%s', (_, condition, inside, outside) => {
    for (const value of inside) expect(on64(condition, value)).toBe(true)
    for (const value of outside) expect(on64(condition, value)).toBe(false)
  })

  it('hold for nothing or everything at the ends', () => {
    const forms = [arg(0).lt(0), arg(0).gt(TOP), arg(0).in()].map((c) => conditionPredicate(c, 64))
    expect(forms.every(isNever)).toBe(true)
    const all = [arg(0).ge(0), arg(0).le(TOP), arg(0).notIn(), arg(0).maskedEq(0, 7)]
    expect(all.map((c) => conditionPredicate(c, 64)).every(isAlways)).toBe(true)
  })
})

describe('constants beyond 32 bits where arguments have 32', () => {
  it.each([
    ['==', arg(0).eq(WIDE), 'never'],
    ['!=', arg(0).ne(WIDE), 'always'],
    ['<', arg(0).lt(WIDE), 'always'],
    ['<=', arg(0).le(WIDE), 'always'],
    ['>', arg(0).gt(WIDE), 'never'],
    ['>=', arg(0).ge(WIDE), 'never'],
    ['< 2^32', arg(0).lt(2n ** 32n), 'always'],
    ['>= 2^32', arg(0).ge(2n ** 32n), 'never'],
    ['in', arg(0).in(WIDE), 'never'],
    ['not in', arg(0).notIn(WIDE), 'always'],
    ['masked, datum beyond', arg(0).maskedEq(TOP, WIDE), 'never'],
    ['masked, mask beyond', arg(0).maskedEq(0xffff_ffff_0000_0000n, 0), 'always'],
  ] as const)('%s is %s true', (_, condition, when) => {
    const predicate = conditionPredicate(condition, 32)
    expect(when === 'never' ? isNever(predicate) : isAlways(predicate)).toBe(true)
  })

  it('reduce a mask to its low half', () => {
    const condition = arg(0).maskedEq(0xf_0000_000fn, 5)
    expect(on32(condition, 5n)).toBe(true)
    expect(on32(condition, 0xf_0000_0005n)).toBe(true) // the high half of a register is not the argument's
    expect(on32(condition, 6n)).toBe(false)
  })

  it('compare low words only where the constant fits', () => {
    expect(on32(arg(0).eq(5), WIDE)).toBe(true)
    expect(on32(arg(0).gt(5), WIDE)).toBe(false)
    expect(on32(arg(0).eq(0xffff_ffffn), TOP)).toBe(true)
  })

  it('are told from the constant that was written', () => {
    expect(largestConstant(arg(0).lt(2n ** 32n))).toBe(2n ** 32n)
    expect(largestConstant(arg(0).ge(7))).toBe(7n)
    expect(largestConstant(arg(0).in(1, [3, WIDE]))).toBe(WIDE)
    expect(largestConstant(arg(0).maskedEq(1, WIDE))).toBe(WIDE)
  })
})

describe('what is no condition', () => {
  it.each([
    [-1, 'argument value is -1; comparisons are unsigned: write BigInt.asUintN(64, -1n)'],
    [-5n, 'argument value is -5; comparisons are unsigned: write BigInt.asUintN(64, -5n)'],
    [1.5, 'argument value is 1.5; write an integer, and above 2^53 a bigint such as 18446744073709551615n'],
    [
      2 ** 53,
      'argument value is 9007199254740992; write an integer, and above 2^53 a bigint such as 18446744073709551615n',
    ],
    [2n ** 64n, 'argument value is 18446744073709551616; an argument has 64 bits'],
  ])('refuses the value %s', (value, message) => {
    expect(() => arg(0).eq(value)).toThrow(message)
  })

  it('refuses a range with its ends swapped', () => {
    expect(() => arg(0).in([5, 4])).toThrow('argument range is [5, 4]; write the lower end first')
  })

  it.each([6, -1, 0.5])('refuses the index %s', (index) => {
    expect(() => arg(index as 0)).toThrow(`argument index is ${index}; a system call has arguments 0 to 5`)
  })
})

it('prints conditions as people read them', () => {
  expect(
    [
      arg(0).eq(5),
      arg(1).ne(0x20),
      arg(2).lt(WIDE),
      arg(3).ge(10),
      arg(4).maskedEq(0xf0, 0x20),
      arg(5).notIn(40, [50, 60]),
    ].map(printCondition),
  ).toEqual([
    'args[0] == 5',
    'args[1] != 0x20',
    'args[2] < 0x100000005',
    'args[3] >= 0xa',
    'args[4] & 0xf0 == 0x20',
    'args[5] not in {0x28, 0x32..0x3c}',
  ])
})

it('prints conditions by name, and by index among them, in one line', () => {
  const domain = { kind: 'argument', argument: 'family', op: 'eq', values: [2] } as const
  expect(printCondition(all(domain, any(not(domain), arg(1).ge(16))))).toBe(
    'family == 2 and (not (family == 2) or args[1] >= 0x10)',
  )
})
