import { expect, it } from 'vitest'
import { decisionBuilder, isSame } from '@seccompile/decision'
import type { Decision, Test } from '@seccompile/decision'

const test: Test = { word: 0, mask: 0xffff_ffff, op: 'eq', k: 5 }

/** Two tests and three verdicts, the second test being `inner`. */
function made(inner: Test, verdict: number = 2): Decision {
  const builder = decisionBuilder()
  const below = builder.test(inner, builder.verdict(0), builder.verdict(verdict))
  return builder.test(test, builder.verdict(1), below)
}

it('takes decisions of two builders for one where they are equal', () => {
  expect(isSame(made(test), made({ ...test }))).toBe(true)
})

it.each<[string, Decision]>([
  ['a word', made({ ...test, word: 4 })],
  ['a mask', made({ ...test, mask: 0xff })],
  ['an operator', made({ ...test, op: 'ge' })],
  ['a constant', made({ ...test, k: 6 })],
  ['a verdict', made(test, 3)],
  ['the kind of a node', decisionBuilder().verdict(1)],
])('tells decisions apart by %s', (_, other) => {
  expect([isSame(made(test), other), isSame(other, made(test))]).toEqual([false, false])
})
