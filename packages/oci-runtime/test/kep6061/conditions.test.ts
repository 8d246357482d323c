import { conditionPredicate } from '@seccompile/policy/toolkit'
import { meaning, ruleSet } from '@seccompile/rules'
import { expect, it } from 'vitest'
import { areComplements, areDisjoint, complement, conjunction } from '../../src/kep6061/conditions.ts'
import type { ArgumentCondition } from '../../src/kep6061/conditions.ts'

const MAX = 2n ** 64n - 1n
const VALUES = [0n, 1n, 2n, 3n, 4n, 5n, MAX - 1n, MAX]
const OPERATORS = ['EQ', 'NE', 'LT', 'LE', 'GT', 'GE'] as const

/** Every comparison with each of the values, and some comparisons under masks. */
const TESTS: readonly ArgumentCondition[] = [
  ...OPERATORS.flatMap((op) => VALUES.map((value): ArgumentCondition => ({ op, index: 0, value }))),
  ...[1n, 2n, 3n, 4n, MAX].flatMap((mask) =>
    [0n, 1n, 3n].map((value): ArgumentCondition => ({
      op: 'MASKED_EQ',
      index: 0,
      value: mask,
      valueTwo: value & mask,
    })),
  ),
]

/** The values for which `test` holds, by the meaning of its predicate. */
const heldBy = (test: ArgumentCondition): readonly bigint[] => {
  const rules = ruleSet({
    sections: [
      {
        arch: 1,
        rules: [{ numbers: [{ lo: 0, hi: 0 }], when: conditionPredicate(test, 64), verdict: 1 }],
        otherwise: 0,
      },
    ],
    badArch: 0,
  })
  return VALUES.filter(
    (value) =>
      meaning(rules, { nr: 0, arch: 1, instruction_pointer: 0n, args: [value, 0n, 0n, 0n, 0n, 0n] }) === 1,
  )
}
const HELD = new Map(TESTS.map((test) => [test, heldBy(test)]))

it('takes conditions for disjoint only where no value meets both', () => {
  for (const a of TESTS)
    for (const b of TESTS) {
      const common = HELD.get(a)!.filter((value) => HELD.get(b)!.includes(value))
      if (areDisjoint([a], [b])) expect([a, b, common]).toEqual([a, b, []])
    }
})

it('takes comparisons by order for disjoint where they are', () => {
  const [below, above]: readonly ArgumentCondition[] = [
    { op: 'LT', index: 0, value: 5n },
    { op: 'GE', index: 0, value: 5n },
  ]
  expect(areDisjoint([below!], [above!])).toBe(true)
  expect(areDisjoint([{ ...below!, op: 'LE' }], [above!])).toBe(false)
  expect(areDisjoint([below!], [{ ...above!, index: 1 }])).toBe(false)
})

it('has a complement of each comparison that holds for the other values', () => {
  for (const test of TESTS) {
    const other = complement(test)
    if (other === undefined) expect(test.op).toBe('MASKED_EQ')
    else {
      const held = heldBy(other)
      expect([...held, ...HELD.get(test)!].toSorted((a, b) => Number(a - b))).toEqual(VALUES)
      expect(areComplements(test, other)).toBe(true)
    }
  }
})

it('joins conditions of different arguments, and equal ones', () => {
  const a: ArgumentCondition = { op: 'EQ', index: 1, value: 1n }
  const b: ArgumentCondition = { op: 'GT', index: 0, value: 1n }
  expect(conjunction([a], [b])).toEqual([b, a])
  expect(conjunction([a], [b, a].toReversed())).toEqual([b, a])
  expect(conjunction([b], [{ ...b, value: 2n }])).toBeUndefined()
})
