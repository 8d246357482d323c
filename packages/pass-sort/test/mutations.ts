import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'forgets which rules have to follow others',
    file: 'src/sort.ts',
    find: 'Math.max(at, before.last(cell, rule.verdict))',
    replace: 'Math.max(at, cell < 0 ? before.last(cell, rule.verdict) : at)',
  },
  {
    name: 'notes a rule at its length, not at its place',
    file: 'src/sort.ts',
    find: 'before.note(cell, rule.verdict, place)',
    replace: 'before.note(cell, rule.verdict, testsOf(rule) / weight)',
  },
  {
    name: 'looks at the first cell of a rule only',
    file: 'src/sort.ts',
    find: 'const place = own.reduce(',
    replace: 'const place = own.slice(0, 1).reduce(',
  },
  {
    name: 'turns the order of equal places around',
    file: 'src/sort.ts',
    find: 'order.sort(',
    replace: 'order.reverse().sort(',
  },
  {
    name: 'puts long and light rules first',
    file: 'src/sort.ts',
    find: 'testsOf(rule) / weight',
    replace: 'weight / testsOf(rule)',
  },
  {
    name: 'gives each rule all the weight of its calls',
    file: 'src/sort.ts',
    find: ' / own.length : 0',
    replace: ' : 0',
  },
  {
    name: 'takes conditional rules apart',
    file: 'src/sort.ts',
    find: 'isAlways(rule.when) && rule.numbers.length > 1',
    replace: 'rule.numbers.length > 1',
  },
]
