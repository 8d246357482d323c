import { argHigh, argLow, AUDIT_ARCH, verdictOf, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { decisionBuilder, print, size, WHOLE_WORD } from '@seccompile/decision'
import type { Decision, Test } from '@seccompile/decision'
import { runPass } from '@seccompile/pass'
import { argChains } from '@seccompile/pass-arg-chains'
import { conformance } from '@seccompile/testkit'
import { describe, expect, it } from 'vitest'

const builder = decisionBuilder()
const [allow, deny, log] = [
  builder.verdict(verdictOf('ALLOW')),
  builder.verdict(verdictOf('ERRNO', 1)),
  builder.verdict(verdictOf('LOG')),
]
const eq = (word: Test['word'], k: number, mask: number = WHOLE_WORD): Test => ({ word, mask, op: 'eq', k })
const row = (tests: readonly Test[], then: Decision, otherwise: Decision): Decision =>
  tests.reduceRight((next, test) => builder.test(test, then, next), otherwise)
const lines = (root: Decision): readonly string[] => print(root).trimEnd().split('\n')

conformance(argChains)

describe('arg-chains', () => {
  it('does to its example what it says', () => {
    const lows = [0, 8, 0x20000, 0x20008].map((k) => eq(argLow(0), k))
    const root = builder.test(eq(argHigh(0), 0), row(lows, allow, deny), deny)
    expect(lines(root)).toHaveLength(7)
    expect(lines(runPass(argChains, root))).toEqual([
      'n0: args[0].low & 0xfffdfff7 ? n3 : n1',
      'n1: args[0].high == 0 ? n2 : n3',
      'n2: ALLOW',
      'n3: ERRNO(1)',
    ])
  })

  it('asks the low word first where most values need no other', () => {
    const low = (op: Test['op'], k: number): Test => ({ word: argLow(0), mask: WHOLE_WORD, op, k })
    const family = builder.test(
      low('gt', 37),
      builder.test(low('eq', 39), allow, builder.test(low('ge', 41), allow, deny)),
      allow,
    )
    const text = print(runPass(argChains, builder.test(eq(argHigh(0), 0), family, allow)))
    expect(text).toMatch(/^n0: args\[0\]\.low >= 38/)
    expect(text.match(/args\[0\]\.high/g)).toHaveLength(1)
  })

  it('tests "no bit of a mask" by one `set`', () => {
    const root = builder.test(eq(argLow(0), 0, 0x7e02_0000), allow, deny)
    expect(lines(runPass(argChains, root))[0]).toBe('n0: args[0].low & 0x7e020000 ? n1 : n2')
  })

  it('returns what asks no argument, and what it has laid out', () => {
    const numbers = builder.test(eq(WORD_NR, 5), allow, deny)
    expect(runPass(argChains, numbers)).toBe(numbers)
    const root = builder.test(eq(WORD_NR, 5), row([eq(argLow(0), 1), eq(argLow(0), 2)], allow, deny), deny)
    const once = runPass(argChains, root)
    expect(print(runPass(argChains, once))).toBe(print(once))
  })

  it('lays out every part, and leaves the search for numbers alone', () => {
    const part = row(
      [1, 2, 3, 4].map((k) => eq(argLow(0), k)),
      allow,
      deny,
    )
    const other = row(
      [1, 2, 3, 4].map((k) => eq(argLow(1), k)),
      log,
      deny,
    )
    const numbers = builder.test(eq(WORD_NR, 5), part, builder.test(eq(WORD_NR, 6), other, deny))
    const root = builder.test(eq(WORD_ARCH, AUDIT_ARCH.X86_64), numbers, deny)
    const after = runPass(argChains, root)
    expect(lines(after).slice(0, 2)).toEqual(['n0: arch == X86_64 ? n1 : n9', 'n1: nr == 5 ? n2 : n5'])
    expect(size(after)).toBe(size(root) - 4)
  })

  it('weighs an instruction by how often a part is asked', () => {
    const lows = [3, 7, 11, 17, 40].map((k) => eq(argLow(0), k))
    const small = row(lows, allow, deny)
    const large = builder.test(eq(argHigh(0), 0), small, deny)
    const root = builder.test(eq(WORD_NR, 5), small, builder.test(eq(WORD_NR, 6), large, deny))
    const sizeWhere = (share: number): number =>
      size(
        runPass(argChains, root, {
          insnCost: 1 / 64,
          weigh: (_arch, { lo, hi }) => (lo <= 6 && 5 <= hi ? share : lo === 0 ? 1 - share : 0),
        }),
      )
    // Few calls reach the part, so an instruction more costs more than an executed test more.
    expect(sizeWhere(2 ** -8)).toBeLessThan(sizeWhere(1))
  })
})
