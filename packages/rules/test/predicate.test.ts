import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  all,
  ALWAYS,
  any,
  argument,
  argumentTests,
  holds,
  LOW_WORD,
  NEVER,
  not,
  predicateKey,
  printPredicate,
  printTest,
  WHOLE_ARGUMENT,
} from '@seccompile/rules'
import type { Predicate, RangeSet, TestedNames } from '@seccompile/rules'
import { is } from '@seccompile/rules/test-makers'
import { arbitraryPredicate, arbitraryU64 } from '@seccompile/rules/arbitrary'

const args = fc.array(arbitraryU64(), { minLength: 6, maxLength: 6 })

describe('predicates', () => {
  it('fold constants', () => {
    expect(argument(0, [{ lo: 0n, hi: LOW_WORD }], LOW_WORD)).toBe(ALWAYS)
    expect(argument(0, [{ lo: 0x1_0000_0000n, hi: 0x1_0000_0000n }], LOW_WORD)).toBe(NEVER)
    expect(all([is(0, 1n), NEVER])).toBe(NEVER)
    expect(any([is(0, 1n), ALWAYS])).toBe(ALWAYS)
    expect(all([is(0, 1n)])).toEqual(is(0, 1n))
    expect(all([all([is(0, 1n), is(1, 1n)]), is(2, 1n)])).toEqual(all([is(0, 1n), is(1, 1n), is(2, 1n)]))
  })

  it('look only at the bits of the mask', () => {
    const low = argument(0, [{ lo: 8n, hi: 8n }], LOW_WORD)
    expect(holds(low, [0xdead_0000_0000n + 8n])).toBe(true)
    expect(holds(is(0, 8n), [0xdead_0000_0000n + 8n])).toBe(false)
  })

  it('are negated exactly', () => {
    fc.assert(fc.property(arbitraryPredicate(), args, (p, a) => holds(not(p), a) === !holds(p, a)))
  })

  it('have the same key exactly when they have the same form', () => {
    expect(predicateKey(is(0, 1n))).toBe(predicateKey(is(0, 1n)))
    const different = [is(0, 1n), is(1, 1n), is(0, 2n), argument(0, [{ lo: 1n, hi: 1n }], LOW_WORD), ALWAYS, NEVER,
      all([is(0, 1n), is(1, 1n)]), any([is(0, 1n), is(1, 1n)])] // prettier-ignore
    expect(new Set(different.map(predicateKey)).size).toBe(different.length)
  })

  it('list their tests in order', () => {
    expect(argumentTests(all([is(3, 1n), any([is(0, 1n), is(1, 2n)])])).map(({ index }) => index)).toEqual([
      3, 0, 1,
    ])
  })

  it.each([[-1], [6], [0.5]])('refuse argument index %d', (index) => {
    expect(() => argument(index, [])).toThrow(
      `argument index is ${index}; a system call has arguments 0 to 5`,
    )
  })

  it('refuse values and masks past 64 bits', () => {
    expect(() => argument(0, [{ lo: 0n, hi: 1n << 64n }])).toThrow('is not within 64 bits')
    expect(() => argument(0, [], 1n << 64n)).toThrow('does not fit 64 bits')
  })

  it('print as people write them', () => {
    expect(
      printPredicate(
        argument(0, [
          { lo: 0n, hi: 37n },
          { lo: 39n, hi: 39n },
        ]),
      ),
    ).toBe('args[0] in {0..0x25, 0x27}')
    expect(printPredicate(argument(1, [{ lo: 0n, hi: 0n }], 0x7e02_0000n))).toBe(
      '(args[1] & 0x7e020000) == 0',
    )
    expect(printPredicate(any([is(0, 1n), all([is(0, 2n), is(1, 3n)])]))).toBe(
      'args[0] == 1 or (args[0] == 2 and args[1] == 3)',
    )
    expect([printPredicate(ALWAYS), printPredicate(NEVER)]).toEqual(['always', 'never'])
  })

  it('print with the names of arguments and values, where there are some', () => {
    const families = new Map([
      [1n, 'AF_UNIX'],
      [2n, 'AF_INET'],
    ])
    const namesOf = (index: number): TestedNames | undefined =>
      index === 0
        ? {
            name: 'family',
            valueName: (value) => families.get(value),
            maskName: (mask) => families.get(mask),
          }
        : undefined
    const text = (predicate: Predicate): string => printPredicate(predicate, { namesOf })
    expect(text(not(is(0, 1n)))).toBe('family != AF_UNIX')
    expect(text(all([any([is(0, 1n), is(0, 16n)]), is(1, 1n)]))).toBe(
      '(family == AF_UNIX or family == 0x10) and args[1] == 1',
    )
    expect(text(argument(0, [{ lo: 1n, hi: 2n }]))).toBe('family in {AF_UNIX..AF_INET}')
    expect(text(argument(0, [{ lo: 0n, hi: 0n }], 2n))).toBe('(family & AF_INET) == 0')
  })

  it('print a test of all bits of a field without its mask, and negative numbers of a signed one', () => {
    const text = (values: RangeSet<bigint>, mask: bigint, signed = true): string =>
      printPredicate(argument(0, values, mask), {
        namesOf: () => ({
          name: 'dfd',
          whole: LOW_WORD,
          signed,
          valueName: (value) => (value === 0xffff_ff9cn ? 'AT_FDCWD' : undefined),
        }),
      })
    const fdcwd = [{ lo: 0xffff_ff9cn, hi: 0xffff_ff9cn }]
    expect(text(fdcwd, LOW_WORD)).toBe('dfd == AT_FDCWD')
    expect(text(fdcwd, WHOLE_ARGUMENT)).toBe('(dfd & 0xffffffffffffffff) == AT_FDCWD')
    const negative = [{ lo: 0x8000_0000n, hi: 0xffff_ffffn }]
    expect(text(negative, LOW_WORD)).toBe('dfd < 0')
    expect(text(negative, LOW_WORD, false)).toBe('dfd >= 0x80000000')
    expect(text([{ lo: 0n, hi: 0x7fff_ffffn }], LOW_WORD)).toBe('dfd >= 0')
    expect(text([{ lo: 0n, hi: 5n }, { lo: 0xffff_fffen, hi: 0xffff_ffffn }], LOW_WORD)).toBe('dfd in {-2..5}') // prettier-ignore
    expect(text([{ lo: 0n, hi: 0n }], 0xffn)).toBe('(dfd & 0xff) == 0')
  })

  it('print a test of a field that is no argument', () => {
    const values = [{ lo: 5n, hi: 5n }]
    expect(printTest({ mask: WHOLE_ARGUMENT, values }, { name: 'instruction_pointer' })).toBe(
      'instruction_pointer == 5',
    )
  })

  it.each<[text: string, mask: bigint, ends: bigint[]]>([
    ['args[0] not in {0x26, 0x28}', WHOLE_ARGUMENT, [0n, 37n, 39n, 39n, 41n, WHOLE_ARGUMENT]],
    ['args[0] != 0', WHOLE_ARGUMENT, [1n, WHOLE_ARGUMENT]],
    ['args[0] != 0x28', WHOLE_ARGUMENT, [0n, 39n, 41n, WHOLE_ARGUMENT]],
    ['args[0] >= 0x29', WHOLE_ARGUMENT, [41n, WHOLE_ARGUMENT]],
    ['args[0] <= 7', WHOLE_ARGUMENT, [0n, 7n]],
    ['args[0] in {1..7}', WHOLE_ARGUMENT, [1n, 7n]],
    ['(args[0] & 0xffffffff) <= 7', LOW_WORD, [0n, 7n]],
    // The set leaves out two ranges of two numbers each.
    ['(args[0] & 0xffffffff) in {0, 8, 0xffffffff}', LOW_WORD, [0n, 0n, 8n, 8n, LOW_WORD, LOW_WORD]],
    // 1 to 0x1ffff are no values under the mask, so every value except 0 passes.
    ['(args[0] & 0x7e020000) != 0', 0x7e02_0000n, [0x2_0000n, 0x7e02_0000n]],
    ['(args[0] & 0x7e020000) != 0', 0x7e02_0000n, [1n, 0x7e02_0000n]],
    ['(args[0] & 6) == 2', 6n, [1n, 3n]],
    ['(args[0] & 0xe) <= 6', 14n, [0n, 2n, 4n, 6n]],
    ['(args[0] & 2) in {1}', 2n, [1n, 1n]], // never holds
    ['(args[0] & 2) in {0, 2}', 2n, [0n, 0n, 2n, 2n]], // always holds
  ])('print a test by the values that pass or the others, whichever is shorter: %s', (text, mask, ends) => {
    const values = ends.flatMap((lo, i) => (i % 2 === 0 ? [{ lo, hi: ends[i + 1] ?? lo }] : []))
    expect(printPredicate(argument(0, values, mask))).toBe(text)
  })
})
