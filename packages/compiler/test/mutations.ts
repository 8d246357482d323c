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
  {
    name: 'takes an order of values for a list of them',
    file: 'src/objective/argument-lists.ts',
    find: '!isOrder && values.every',
    replace: 'values.every',
  },
  {
    name: 'takes a value that another test of the argument refuses',
    file: 'src/objective/argument-lists.ts',
    find: '    if (!own.every(({ mask, values }) => contains(values, value & mask))) continue\n',
    replace: '',
  },
  {
    name: 'gives an argument without a named value the value 0',
    file: 'src/objective/argument-lists.ts',
    find: "typeof least === 'bigint' ? [least] : []",
    replace: '[0n]',
  },
  {
    name: 'counts calls that another rule refuses',
    file: 'src/objective/argument-lists.ts',
    find: '      if (!isAllowed(args)) continue\n',
    replace: '',
  },
  {
    name: 'counts the argument lists of rules that do not allow',
    file: 'src/objective/argument-lists.ts',
    find: '    if (verdict !== ALLOW) continue\n',
    replace: '',
  },
  {
    name: 'takes a call for one with any arguments whose arguments 0 a rule refuses',
    file: 'src/objective/argument-lists.ts',
    find: '    if (verdict !== ALLOW) return false\n',
    replace: '',
  },
  {
    name: 'takes a call for one with any arguments whose rule names the value 0',
    file: 'src/objective/argument-lists.ts',
    find: 'holds(when, ZEROS) && !namesValues(when)',
    replace: 'holds(when, ZEROS)',
  },
  {
    name: 'loses the tests of a conjunction beside a disjunction',
    file: 'src/objective/argument-lists.ts',
    find: 'yield [...own, ...rest]',
    replace: 'yield rest',
  },
  {
    name: 'yields more argument lists than there may be',
    file: 'src/objective/argument-lists.ts',
    find: 'allowed: all.slice(0, MAX_ARGUMENT_LISTS)',
    replace: 'allowed: all',
  },
  {
    name: 'does not say that there are more argument lists',
    file: 'src/objective/argument-lists.ts',
    find: 'isCut: budget.isCut || all.length > MAX_ARGUMENT_LISTS',
    replace: 'isCut: budget.isCut',
  },
  {
    name: 'gives a refused call arguments',
    file: 'src/objective/argument-lists.ts',
    find: '=== ALLOW ? ONLY_ZEROS : NO_LISTS',
    replace: '=== ALLOW ? ONLY_ZEROS : ONLY_ZEROS',
  },
]
