import { argLow, verdictOf } from '@seccompile/abi'
import { call } from '@seccompile/abi/test-makers'
import { decisionBuilder, meaning, size, WHOLE_WORD } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { asksArgument, PartLayouts } from '@seccompile/layout'
import type { LayoutOptions } from '@seccompile/layout'
import { describe, expect, it } from 'vitest'

const [ALLOW, EPERM] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]

/** The layout of a row of tests for `values` of the low word of an argument. */
function laidOut(values: readonly number[], options: Partial<LayoutOptions> = {}): Decision {
  const builder = decisionBuilder()
  const [allow, deny] = [builder.verdict(ALLOW), builder.verdict(EPERM)]
  const root = values.reduceRight<Decision>(
    (next, k) => builder.test({ word: argLow(0), mask: WHOLE_WORD, op: 'eq', k }, allow, next),
    deny,
  )
  if (!asksArgument(root)) throw new Error('no part')
  const layouts = new PartLayouts(builder, { price: 1 / 8, effort: 'default', ...options })
  return layouts.of(root, (exit) => exit)
}

/** The tests that a call with `value` executes. */
function testsOn(root: Decision, value: number): number {
  let [at, tests] = [root, 0]
  for (; at.kind === 'test'; tests += 1) {
    const held = (value & at.mask) >>> 0
    const holds = { eq: held === at.k, ge: held >= at.k, gt: held > at.k, set: (held & at.k) !== 0 }[at.op]
    at = holds ? at.then : at.else
  }
  return tests
}

const multiples = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => 3 * i)
const scattered = (i: number): number => Math.imul(i + 1, 0x9e37_79b1) >>> 0

describe('a word with few nodes and many ranges', () => {
  it.each([600, 2500])(
    'is tested by its bits where instructions have a price: %d multiples of 3 (issue 18)',
    (count) => {
      const layout = laidOut(multiples(count))
      expect(size(layout)).toBeLessThan(64)
      for (let value = 0; value < 3 * count + 4; value += 1)
        expect(meaning(layout, call(0, BigInt(value)))).toBe(
          value % 3 === 0 && value < 3 * count ? ALLOW : EPERM,
        )
    },
  )

  it('is searched where instructions have next to no price', () => {
    const layout = laidOut(multiples(600), { price: 2 ** -20 })
    expect(size(layout)).toBeGreaterThan(600)
    expect(testsOn(layout, 300)).toBeLessThan(testsOn(laidOut(multiples(600)), 300))
  })
})

describe('a word with thousands of ranges', () => {
  const values = Array.from({ length: 1200 }, (_, i) => scattered(i))

  it('is searched, and no value executes a row of tests', () => {
    const layout = laidOut(values, { price: 1 / 2048 })
    expect(size(layout)).toBeLessThan(1.25 * values.length)
    const executed = values.reduce((sum, value) => sum + testsOn(layout, value), 0) / values.length
    expect(executed).toBeLessThan(24)
  })

  it('is compared without its highest bit where converted instructions count', () => {
    const wide = (layout: Decision): number => {
      const seen = new Set<Decision>([layout])
      for (const node of seen) if (node.kind === 'test') seen.add(node.then).add(node.else)
      return [...seen].filter((node) => node.kind === 'test' && node.k >= 2 ** 31).length
    }
    expect(wide(laidOut(values))).toBeGreaterThan(500)
    const layout = laidOut(values, { isDear: true })
    expect(wide(layout)).toBe(1)
    for (const value of [...values.slice(0, 50), 0, 1, 2 ** 31, 2 ** 32 - 1])
      expect(meaning(layout, call(0, BigInt(value)))).toBe(values.includes(value) ? ALLOW : EPERM)
  })
})
