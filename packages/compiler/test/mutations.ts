import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'looks for the place of a test in rules whose names are all the call',
    file: 'src/compile/too-large.ts',
    find: 'names.some((named) =>',
    replace: 'names.every((named) =>',
  },
  {
    name: 'names the calls that test the fewest values',
    file: 'src/compile/too-large.ts',
    find: 'n - m ||',
    replace: 'm - n ||',
  },
  {
    name: 'takes the longer of two programs whose longest paths are too long',
    file: 'src/compile/measure.ts',
    find: ': one.over < other.over',
    replace: ': one.over > other.over',
  },
  {
    name: 'measures the shortest way through a program',
    file: 'src/compile/longest-path.ts',
    find: 'Math.max(0, ...',
    replace: 'Math.min(...',
  },
  {
    name: 'joins boxes that leave a value between them',
    file: 'src/stack/boxes.ts',
    find: 'last.hi + 1n === side.lo',
    replace: 'last.hi + 1n <= side.lo',
  },
  {
    name: 'takes a test for true that holds for some of the values in the boxes',
    file: 'src/stack/boxes.ts',
    find: 'sameSet(values, left) ? ALWAYS',
    replace: 'values.length > 0 ? ALWAYS',
  },
  {
    name: 'cuts a side before its first value',
    file: 'src/stack/split.ts',
    find: 'value > lo && value <= hi',
    replace: 'value >= lo && value <= hi',
  },
  {
    name: 'decides calls outside the boxes of a filter',
    file: 'src/stack/split.ts',
    find: '...(isNever(outside) ? [] : [{ when: outside, verdict: ALLOW }]),',
    replace: '',
  },
]
