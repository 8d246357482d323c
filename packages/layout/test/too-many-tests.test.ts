import { argHigh, argLow, verdictOf } from '@seccompile/abi'
import { call } from '@seccompile/abi/test-makers'
import { decisionBuilder, meaning, size, WHOLE_WORD } from '@seccompile/decision'
import type { Decision, DecisionBuilder, Test } from '@seccompile/decision'
import { asksArgument, PartLayouts, testCounter } from '@seccompile/layout'
import { describe, expect, it } from 'vitest'

const [ALLOW, EPERM] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]

const eq = (word: Test['word'], k: number): Test => ({ word, mask: WHOLE_WORD, op: 'eq', k })

/** A row of 64-bit values: the high half of each, then the low half. */
function rowOf(
  builder: DecisionBuilder,
  values: readonly (readonly [high: number, low: number])[],
): Decision {
  const [allow, deny] = [builder.verdict(ALLOW), builder.verdict(EPERM)]
  return values.reduceRight<Decision>(
    (next, [high, low]) =>
      builder.test(eq(argHigh(0), high), builder.test(eq(argLow(0), low), allow, next), next),
    deny,
  )
}

function laidOut(builder: DecisionBuilder, root: Decision): Decision {
  if (!asksArgument(root)) throw new Error('no part')
  return new PartLayouts(builder, { price: 1 / 2048, effort: 'default' }).of(root, (exit) => exit)
}

const scattered = (i: number): number => Math.imul(i + 1, 0x9e37_79b1) >>> 0

describe('a part that no filter holds', () => {
  it('is not laid out, and the error says about how long it would be', () => {
    const builder = decisionBuilder()
    const [allow, deny] = [builder.verdict(ALLOW), builder.verdict(EPERM)]
    const root = Array.from({ length: 10_000 }, (_, i) => scattered(i)).reduceRight<Decision>(
      (next, k) => builder.test(eq(argLow(0), k), allow, next),
      deny,
    )
    expect(() => laidOut(builder, root)).toThrow(
      /has about 11800 instructions; the kernel takes at most 4096/,
    )
  })

  it('is laid out where its values make few ranges', () => {
    const builder = decisionBuilder()
    const [allow, deny] = [builder.verdict(ALLOW), builder.verdict(EPERM)]
    const root = Array.from({ length: 10_000 }, (_, i) => i).reduceRight<Decision>(
      (next, k) => builder.test(eq(argLow(0), k), allow, next),
      deny,
    )
    expect(size(laidOut(builder, root))).toBeLessThan(8)
  })
})

describe('values in a row', () => {
  it('are one set, whichever halves they share', () => {
    const values = Array.from({ length: 200 }, (_, i) => [i % 7, scattered(i >> 1)] as const)
    const builder = decisionBuilder()
    const layout = laidOut(builder, rowOf(builder, values))
    const known = new Set(values.map(([high, low]) => `${high}:${low}`))
    for (const [high] of values.slice(0, 8))
      for (const [, low] of values) {
        const data = call(0, (BigInt(high) << 32n) | BigInt(low))
        expect(meaning(layout, data)).toBe(known.has(`${high}:${low}`) ? ALLOW : EPERM)
      }
  })
})

describe('testCounter', () => {
  /** A layout of `count` tests that no other layout shares. */
  const layoutOf = (count: number, from: number): Decision => {
    const builder = decisionBuilder()
    return Array.from({ length: count }, (_, i) => from + i).reduceRight<Decision>(
      (next, k) => builder.test(eq(argLow(0), k), builder.verdict(ALLOW), next),
      builder.verdict(EPERM),
    )
  }

  it('throws once a filter cannot hold the layouts, with about the instructions of all parts', () => {
    const count = testCounter(10_000, 500)
    for (let part = 0; part < 4; part += 1) count(layoutOf(1000, 1000 * part), 1000)
    expect(() => {
      count(layoutOf(1000, 4000), 1000)
    }).toThrow(/has about 10510 instructions/)
  })

  it('leaves it to the program where no part is left', () => {
    const count = testCounter(5000, 0)
    expect(() => {
      count(layoutOf(5000, 0), 5000)
    }).not.toThrow()
  })
})
