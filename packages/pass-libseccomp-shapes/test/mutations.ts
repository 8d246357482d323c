import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'lets the end of a range out',
    file: 'src/range-test.ts',
    find: "test('gt', hi, otherwise, then)",
    replace: "test('ge', hi, otherwise, then)",
  },
  {
    name: 'takes -1 for a number of x32',
    file: 'src/range-test.ts',
    find: "test('eq', mask, otherwise, then)",
    replace: "test('eq', mask, then, then)",
  },
  {
    name: 'drops the high word',
    file: 'src/condition-tests.ts',
    find: 'return rangeTest(builder, high, highs, below, next)',
    replace: 'return below',
  },
  {
    name: 'tests a high word anew for each of its low words',
    file: 'src/condition-tests.ts',
    find: 'if (last?.highs.hi === high) last.lows.push(lows)',
    replace: 'if (last?.highs.hi === -1) last.lows.push(lows)',
  },
  {
    name: 'takes `any` for `all`',
    file: 'src/condition-tests.ts',
    find: 'conditionTests(builder, part, then, next), otherwise)',
    replace: 'conditionTests(builder, part, next, otherwise), then)',
  },
  {
    name: 'takes the last rule of a call for the first',
    file: 'src/calls.ts',
    find: 'rest: of.reduceRight(',
    replace: 'rest: of.reduce(',
  },
  {
    name: 'leaves conditions in their places',
    file: 'src/libseccomp-list.ts',
    find: '.toSorted((a, b) => a.tests - b.tests)',
    replace: '',
  },
  {
    name: 'pads no tree',
    file: 'src/libseccomp-tree.ts',
    find: '2 ** Math.ceil(Math.log2(Math.max(1, sorted.length / LEAF)))',
    replace: 'Math.ceil(sorted.length / LEAF)',
  },
  {
    name: 'parts a tree at the wrong number',
    file: 'src/libseccomp-tree.ts',
    find: "op: 'gt', k: below.lo",
    replace: "op: 'ge', k: below.lo",
  },
]
