import { verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { any } from '@seccompile/rules'
import type { Predicate, Rule } from '@seccompile/rules'
import { is, rule as ruleOf } from '@seccompile/rules/test-makers'
import { expect, it } from 'vitest'
import { zerosFirst } from '../src/zeros-first.ts'

const [allow, log] = [verdictOf('ALLOW'), verdictOf('LOG')]
const rule = (verdict: Verdict, when: Predicate): Rule => ruleOf(16, 16, when, verdict)
const [one, two, zero] = [is(1, 1n, 3n), is(1, 2n, 6n), is(1, 0n, 12n)]

it('puts the part of a disjunction first that holds for arguments 0', () => {
  const [only] = zerosFirst([rule(allow, any([one, two, zero]))])
  expect(only?.when).toEqual(any([zero, one, two]))
})

it('puts the rule first that holds for arguments 0, among neighbours with its verdict', () => {
  const rules = [rule(log, one), rule(allow, one), rule(allow, two), rule(allow, zero)]
  expect(zerosFirst(rules).map(({ verdict, when }) => [verdict, when])).toEqual([
    [log, one],
    [allow, zero],
    [allow, one],
    [allow, two],
  ])
})

it('keeps an order in which no condition holds for arguments 0', () => {
  const rules = [rule(allow, is(0, 5n)), rule(allow, one)]
  expect(zerosFirst(rules)).toEqual(rules)
})

it('takes no longer than the number of parts asks for', () => {
  const parts = Array.from({ length: 60_000 }, (_, i) => is(i % 6, 0n, BigInt(2 * i + 3)))
  const [only] = zerosFirst([rule(allow, any(parts))])
  expect(only?.when).toEqual(any(parts))
}, 1000)
