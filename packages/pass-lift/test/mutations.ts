import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'takes the wrong half for a sum that wraps',
    file: 'src/masked-set.ts',
    find: '    { lo: 0, hi: to },\n    { lo: from, hi: mask },',
    replace: '    { lo: 0, hi: to },',
  },
  {
    name: 'keeps values below the bits that an or sets',
    file: 'src/masked-set.ts',
    find: 'values.filter(({ hi }) => hi >= fixed)',
    replace: 'values.map(({ lo, hi }) => ({ lo, hi: Math.max(hi, fixed) }))',
  },
  {
    name: 'rounds quotients of a product the wrong way',
    file: 'src/masked-set.ts',
    find: 'lo: Math.ceil(lo / k), hi: Math.floor(hi / k) }))\n    return maskedSet(',
    replace: 'lo: Math.floor(lo / k), hi: Math.floor(hi / k) }))\n    return maskedSet(',
  },
  {
    name: 'lets a sum carry past the bits that are in its mask',
    file: 'src/masked-set.ts',
    find: '~below & bits) !== 0) return undefined',
    replace: '~below & bits) !== 0 && mask > 255) return undefined',
  },
  {
    name: 'takes a > x for x > a',
    file: 'src/comparison.ts',
    find: "return negated(taken('ge', a))",
    replace: "return taken('gt', a)",
  },
  {
    name: 'shifts by X as by a constant',
    file: 'src/value.ts',
    find: '? k & 31 : k',
    replace: '? k : k',
  },
  {
    name: 'ignores that a division by X may end the program',
    file: 'src/lift.ts',
    find: "if (x.value === 0) return { kind: 'verdict', verdict: 0 }",
    replace: '',
  },
  {
    name: 'swaps the ways of an equality test',
    file: 'src/ask.ts',
    find: "test('eq', high.lo, nodeOf(high), nodeOf(low))",
    replace: "test('eq', high.lo, nodeOf(low), nodeOf(high))",
  },
  {
    name: 'passes over a test that is decided for some values only',
    file: 'src/ask.ts',
    find: 'passing.length === set.values.length && passing.every',
    replace: 'passing.every',
  },
]
