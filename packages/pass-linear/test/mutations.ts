import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'lets the end of a range out',
    file: 'src/linear.ts',
    find: "test('gt', hi, otherwise, then)",
    replace: "test('ge', hi, otherwise, then)",
  },
  {
    name: 'drops the high half of equal values',
    file: 'src/word-tests.ts',
    find: "return wordTest(builder, high, ['eq', highOf(lo)], lowEqual, otherwise)",
    replace: 'return lowEqual',
  },
  {
    name: 'looks at the low word although the high one decides',
    file: 'src/word-tests.ts',
    find: "return wordTest(builder, high, ['gt', highOf(hi)], otherwise, highEqual)",
    replace: 'return highEqual',
  },
  {
    name: 'takes a word that is masked out for unknown',
    file: 'src/word-tests.ts',
    find: 'mask === 0 ? true : undefined',
    replace: 'mask === 0 ? false : undefined',
  },
  {
    name: 'decides on the next range where a condition fails',
    file: 'src/linear.ts',
    find: 'predicateTests(builder, when, builder.verdict(verdict), next)',
    replace: 'predicateTests(builder, when, next, builder.verdict(verdict))',
  },
  {
    name: 'takes `any` for `all`',
    file: 'src/word-tests.ts',
    find: 'predicateTests(builder, part, then, next), otherwise)',
    replace: 'predicateTests(builder, part, next, otherwise), then)',
  },
]
