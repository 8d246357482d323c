import { verdictOf } from '@seccompile/abi'
import { objectiveOf } from '@seccompile/compiler'
import { arg, errno, KILL_PROCESS, policy, resolve } from '@seccompile/policy'
import type { CompareCondition, MaskedCondition, Policy, SetCondition } from '@seccompile/policy'
import { ruleOutcomes } from '@seccompile/outcomes'
import { all, any, rangeAt } from '@seccompile/rules'
import type { Predicate, RuleSet } from '@seccompile/rules'
import { hardTests, is, rule } from '@seccompile/rules/test-makers'
import { abiTable, numberOf } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { MAX_ARGUMENT_LISTS, argumentLists, argumentListsByOutcome } from '../src/objective/argument-lists.ts'

const abis = [abiTable('x86_64')]
const nr = numberOf(abis[0]!, 'ioctl')!
const base = policy({ default: errno(1) })

const rulesOf = (source: Policy): RuleSet => resolve(source, { abis }).rules

/** The argument lists of `ioctl`, each up to the last that is not 0. */
function listsIn(source: Policy): { readonly allowed: readonly string[]; readonly isCut: boolean } {
  const made = ruleOutcomes(rulesOf(source))
  const { allowed, isCut } = argumentListsByOutcome(made)(rangeAt(made.cells[0]!, nr).to)
  return { allowed: allowed.map((args) => args.join(' ').replace(/( 0)+$/, '')), isCut }
}
const allowing = (
  ...lists: readonly (readonly (CompareCondition | MaskedCondition | SetCondition)[])[]
): Policy => lists.reduce((rules, conditions) => rules.allow('ioctl', ...conditions), base)

it.each<[string, Policy, readonly string[]]>([
  ['a call without conditions', base.allow('ioctl'), ['0']],
  ['a refused call', base.allow('read'), []],
  [
    'a call that is refused for some values',
    base.rule(KILL_PROCESS, 'ioctl', arg(1).eq(5)).allow('ioctl'),
    ['0'],
  ],
  ['one value', allowing([arg(1).eq(5)]), ['0 5']],
  ['values of a list', allowing([arg(1).in(9, 5, 7)]), ['0 5', '0 7', '0 9']],
  ['neighbours in a list', allowing([arg(1).in(5, 6, 9)]), ['0 5', '0 6', '0 9']],
  ['value 0 beside others', allowing([arg(1).in(0, 5)]), ['0', '0 5']],
  ['neighbours alone', allowing([arg(1).in(5, 6)]), ['0 5', '0 6']],
  ['a range from 0 on', allowing([arg(1).lt(4)]), ['0']],
  ['values in several rules', allowing([arg(1).eq(5)], [arg(1).eq(3)], [arg(1).eq(5)]), ['0 3', '0 5']],
  [
    'values of two arguments',
    allowing([arg(1).in(5, 9), arg(2).in(1, 4)]),
    ['0 5 1', '0 5 4', '0 9 1', '0 9 4'],
  ],
  ['values of 64 bits', allowing([arg(1).eq(2n ** 63n)]), ['0 9223372036854775808']],
  ['a mask that 0 passes', allowing([arg(1).maskedEq(4, 0)]), ['0']],
  ['a mask that 0 does not pass', allowing([arg(1).maskedEq(12, 12)]), ['0 12']],
  ['an order that 0 does not pass', allowing([arg(1).gt(6)]), ['0 7']],
  ['an exclusion', allowing([arg(1).ne(6)]), ['0']],
  ['a value and a mask of another argument', allowing([arg(1).eq(5), arg(2).maskedEq(1, 1)]), ['0 5 1']],
  [
    'values, some of which a mask refuses',
    allowing([arg(1).in(1, 2, 3), arg(1).maskedEq(1, 1)]),
    ['0 1', '0 3'],
  ],
  ['values of two rules, where a mask passes 0', allowing([arg(1).eq(5)], [arg(2).maskedEq(8, 0)]), ['0']],
  ['a mask that 0 passes, behind a list with 0', allowing([arg(1).in(0, 5)], [arg(2).maskedEq(8, 0)]), ['0']],
  ['a value of argument 0 that is 0, and no other', allowing([arg(0).eq(0)]), ['0']],
  [
    'values of a rule that allows 0, where a mask of a later rule passes 0',
    policy({ default: errno(1), overlaps: 'first' })
      .allow('ioctl', arg(1).in(0, 8))
      .rule(errno(2), 'ioctl', arg(2).eq(3))
      .allow('ioctl', arg(1).maskedEq(0xf0, 0)),
    ['0'],
  ],
  [
    'a low word and an order that only greater values pass',
    allowing([arg(1).maskedEq(0xffff_ffff, 7), arg(1).ge(11)]),
    ['0 4294967303'],
  ],
])('has the argument lists of %s', (_, source, expected) => {
  expect(listsIn(source)).toEqual({ allowed: expected, isCut: false })
})

it('drops a list that an earlier rule refuses', () => {
  const source = policy({ default: errno(1), overlaps: 'first' })
    .rule(KILL_PROCESS, 'ioctl', arg(1).eq(7))
    .allow('ioctl', arg(1).in(5, 7, 9))
  expect(listsIn(source).allowed).toEqual(['0 5', '0 9'])
})

it('has the least lists where rules name too many, and says so', () => {
  const many = Array.from({ length: MAX_ARGUMENT_LISTS }, (_, i) => 3 * i)
  expect(listsIn(allowing([arg(1).in(...many)]))).toMatchObject({
    isCut: false,
    allowed: { length: MAX_ARGUMENT_LISTS },
  })
  for (const source of [
    allowing([arg(1).in(...many.slice(0, 4000))], [arg(1).in(1, ...many.slice(4000), 4, 7)]),
    allowing([arg(1).in(...many, 1, 4, 7)]),
  ]) {
    const { allowed, isCut } = listsIn(source)
    expect(isCut).toBe(true)
    expect(allowed).toHaveLength(MAX_ARGUMENT_LISTS)
    expect(allowed.slice(0, 3)).toEqual(['0', '0 1', '0 3'])
  }
})

it('has the least values of a set that names too many, and says so', () => {
  const { allowed, isCut } = listsIn(
    allowing([arg(1).in(...Array.from({ length: MAX_ARGUMENT_LISTS + 1 }, (_, i) => 3 * i + 3))]),
  )
  expect([allowed.length, allowed[0], isCut]).toEqual([MAX_ARGUMENT_LISTS, '0 3', true])
})

it.each<[string, Predicate, number]>([
  [
    'disjunctions that arguments 0 pass, beside a named value',
    all([
      is(5, 0n),
      ...Array.from({ length: 40 }, (_, i) => any([is(0, 0n, 1n << BigInt(i)), is(1, 0n, 1n << BigInt(i))])),
    ]),
    1,
  ],
  [
    'many tests without a known common value, beside disjunctions',
    all([
      any(Array.from({ length: 120 }, (_, i) => is(0, 1n, BigInt(2 * i + 3)))),
      any(Array.from({ length: 120 }, (_, i) => is(2, 1n, BigInt(2 * i + 3)))),
      ...hardTests(1),
    ]),
    0,
  ],
])(
  'ends soon on %s, and says that lists are left out',
  (_, when, count) => {
    const { allowed, isCut } = argumentLists({
      rules: [rule(nr, nr, when)],
      otherwise: verdictOf('ERRNO', 1),
    })
    expect([allowed.length, isCut]).toEqual([count, true])
  },
  3000,
)

it('ends on rules with a large product of values', () => {
  const values = Array.from({ length: 60 }, (_, i) => 2 * i + 1)
  const all = ([0, 1, 2, 3, 4, 5] as const).map((index) => arg(index).in(...values))
  const { allowed, isCut } = listsIn(allowing(all))
  expect([allowed.length, isCut]).toEqual([MAX_ARGUMENT_LISTS, true])
})

it('names the calls whose lists are cut in the result', () => {
  const many = Array.from({ length: MAX_ARGUMENT_LISTS + 1 }, (_, i) => 16 * i)
  const cutCalls = (values: readonly number[]): readonly string[] =>
    objectiveOf(rulesOf(allowing([arg(1).in(...values)], [arg(2).in(1, 2)])), abis).cutCalls
  expect(cutCalls(many.slice(0, 4096))).toEqual(['ioctl'])
  expect(cutCalls(many.slice(0, 4094))).toEqual([])
})
