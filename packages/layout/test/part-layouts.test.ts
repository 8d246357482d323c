import { argHigh, argLow, verdictOf, WORD_NR } from '@seccompile/abi'
import { call } from '@seccompile/abi/test-makers'
import {
  decisionBuilder,
  meaning,
  print,
  size,
  topological,
  WHOLE_WORD,
  witnesses,
} from '@seccompile/decision'
import type { Decision, DecisionBuilder, Test } from '@seccompile/decision'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import { asksArgument, commonParts, PartLayouts } from '@seccompile/layout'
import type { CommonParts } from '@seccompile/layout'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const [ALLOW, EPERM] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]
const options = { price: 1 / 64, effort: 'default' } as const

/** Tests one after the other: each leads to `then` where it holds. */
const row = (
  builder: DecisionBuilder,
  tests: readonly Test[],
  then: Decision,
  otherwise: Decision,
): Decision => tests.reduceRight((next, test) => builder.test(test, then, next), otherwise)

const eq = (word: Test['word'], k: number, mask: number = WHOLE_WORD): Test => ({ word, mask, op: 'eq', k })

/** The layout of the part that `root` begins, with its exits unchanged. */
function laidOut(root: Decision, how: ConstructorParameters<typeof PartLayouts>[1] = options): Decision {
  const builder = decisionBuilder()
  if (!asksArgument(root)) return root
  return new PartLayouts(builder, how).of(root, (exit) => builder.intern(exit))
}

/** A word with pseudo-random bits. */
const scattered = (i: number): number => Math.imul(i + 1, 0x9e37_79b1) >>> 0

/** `count` rules in a row, each with a mask of `words` words. */
function maskedRow(builder: DecisionBuilder, count: number, words: number): Decision {
  const [allow, deny] = [builder.verdict(ALLOW), builder.verdict(EPERM)]
  let next: Decision = deny
  for (let rule = count - 1; rule >= 0; rule -= 1) {
    const otherwise = next
    for (let word = words - 1; word >= 0; word -= 1) {
      const mask = scattered(97 * rule + word)
      const k = (scattered(89 * rule + 2 * word + 1) & mask) >>> 0
      const subject = word % 2 === 0 ? argHigh(word >> 1) : argLow(word >> 1)
      next = builder.test(eq(subject, k, mask), word === words - 1 ? allow : next, otherwise)
    }
  }
  return next
}

describe('PartLayouts', () => {
  it('keep what a part means, whatever its exits are', () => {
    fc.assert(
      fc.property(arbitraryDecision(), fc.constantFrom(0, 1 / 8, 4), (root, price) => {
        const after = laidOut(root, { price, effort: 'default' })
        // One expectation serves all calls, because an expectation takes longer than an answer.
        const wrong = [...witnesses(root), ...witnesses(after)].find(
          (data) => meaning(after, data) !== meaning(root, data),
        )
        expect(wrong).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  it('test a subcube by one mask, and the low word of a set first where that ends most calls', () => {
    const builder = decisionBuilder()
    const [allow, deny] = [builder.verdict(ALLOW), builder.verdict(EPERM)]
    const low = argLow(0)
    const lows = [0, 8, 0x20000, 0x20008, 0xffff_ffff].map((k) => eq(low, k))
    const high = builder.test(eq(argHigh(0), 0), row(builder, lows, allow, deny), deny)
    expect(print(laidOut(high)).split('\n').slice(0, 3)).toEqual([
      'n0: args[0].low & 0xfffdfff7 ? n1 : n2',
      'n1: args[0].low == 0xffffffff ? n2 : n4',
      'n2: args[0].high == 0 ? n3 : n4',
    ])
  })

  it('lead into layouts that are there, where an instruction is worth more than the order of words', () => {
    const builder = decisionBuilder()
    const layouts = new PartLayouts(builder, { price: 1, effort: 'default' })
    const own = (exit: Decision): Decision => builder.intern(exit)
    const [allow, deny] = [builder.verdict(ALLOW), builder.verdict(EPERM)]
    const lows = [3, 7, 11, 17, 40].map((k) => eq(argLow(0), k))
    const small = row(builder, lows, allow, deny)
    const large = builder.test(eq(argHigh(0), 0), small, deny)
    if (!asksArgument(small) || !asksArgument(large)) throw new Error('no part')
    const first = layouts.of(small, own)
    const second = layouts.of(large, own)
    expect(second).toMatchObject({ word: argHigh(0), then: first })
  })

  it('are the same where layouts at another price knew the words already', () => {
    const layOut = (known: CommonParts, price: number): string => {
      const builder = decisionBuilder()
      const [allow, deny] = [builder.verdict(ALLOW), builder.verdict(EPERM)]
      const root = row(
        builder,
        [0, 8, 0x2_0000, 0x2_0008, 0xffff_ffff].map((k) => eq(argLow(0), k)),
        allow,
        deny,
      )
      if (!asksArgument(root)) throw new Error('no part')
      const layouts = new PartLayouts(builder, { price, effort: 'default' }, known)
      return print(layouts.of(root, (exit) => builder.intern(exit)))
    }
    const shared = commonParts()
    for (const price of [1e-3, 1, 1e-3]) expect(layOut(shared, price)).toBe(layOut(commonParts(), price))
  })

  it('test bits that lead to one exit together, where no search has few ranges (issue 18)', () => {
    const builder = decisionBuilder()
    const [allow, deny] = [builder.verdict(ALLOW), builder.verdict(EPERM)]
    const bits = (mask: number): readonly Test[] =>
      Array.from({ length: 32 }, (_, bit) => (1 << bit) >>> 0)
        .filter((bit) => (bit & mask) !== 0)
        .map((k) => ({ word: argLow(2), mask: WHOLE_WORD, op: 'set', k }))
    // Allowed: values with no even bit and at least one odd bit. The bits interleave.
    const root = row(builder, bits(0x5555_5555), deny, row(builder, bits(0xaaaa_aaaa), allow, deny))
    expect(print(laidOut(root)).split('\n')[0]).toMatch(/^n0: args\[2\]\.low & 0xaaaa[0-9a-f]{4} \?/)
  })

  it('divide a word of many ranges by the bit that leaves few (issue 18)', () => {
    const builder = decisionBuilder()
    const [allow, deny] = [builder.verdict(ALLOW), builder.verdict(EPERM)]
    const values = Array.from({ length: 12 }, (_, i) => (scattered(i) | 4) >>> 0)
    // Rules in a row: each value with its high half.
    const high = builder.test(eq(argHigh(2), 0), allow, deny)
    const sets = values.reduceRight<Decision>(
      (next, k) => builder.test(eq(argLow(2), k), builder.test(eq(argHigh(2), 0), allow, next), next),
      deny,
    )
    const root = builder.test(eq(argLow(2), 0, 4), allow, sets)
    const after = laidOut(root)
    expect(print(after).split('\n')[0]).toMatch(/^n0: args\[2\]\.low & 4 \?/)
    expect(size(after)).toBeLessThanOrEqual(size(high) + 1 + values.length + 4)
  })

  it('leave a part alone where no layout is smaller or shorter', () => {
    const builder = decisionBuilder()
    const root = builder.test(eq(argLow(2), 5), builder.verdict(ALLOW), builder.verdict(EPERM))
    expect(print(laidOut(root))).toBe(print(root))
  })

  it('treat tests of other words as exits', () => {
    const builder = decisionBuilder()
    const nr = builder.test(eq(WORD_NR, 7), builder.verdict(ALLOW), builder.verdict(EPERM))
    const root = builder.test(eq(argLow(0), 1), nr, builder.test(eq(argLow(0), 2), nr, builder.verdict(0)))
    const after = laidOut(root)
    expect(size(after)).toBeLessThanOrEqual(size(root))
    expect(topological(after).filter((node) => node.kind === 'test' && node.word === WORD_NR)).toHaveLength(1)
    expect(meaning(after, call(7, 2n))).toBe(ALLOW)
  })

  it('take steps bounded by the reserve and the tests of parts, not by their diagrams', () => {
    for (const [count, words] of [
      [60, 4],
      [50, 12],
    ] as const) {
      const builder = decisionBuilder()
      const layouts = new PartLayouts(builder, options)
      const root = maskedRow(builder, count, words)
      if (!asksArgument(root)) throw new Error('no part')
      const after = layouts.of(root, (exit) => exit)
      expect(layouts.steps).toBeLessThan(1_000_000 + 5000 * count * words)
      expect(size(after)).toBeLessThan(2 * count * words)
    }
  })

  it('tell from some pieces that a row is longer than any stack of filters', () => {
    const builder = decisionBuilder()
    const root = maskedRow(builder, 9000, 8)
    expect(() => laidOut(root)).toThrow(
      /has about \d{5,6} instructions, most of them for conditions in a row; the kernel takes at most 4096 \(P1\)/,
    )
  })
})
