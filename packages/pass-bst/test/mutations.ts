import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'tests a range by its lower bound alone',
    file: 'src/condition-row.ts',
    find: "const atMost = hi >= mask ? then : test('gt', hi, otherwise, then)",
    replace: 'const atMost = then',
  },
  {
    name: 'takes a condition for met where the low word fails',
    file: 'src/condition-row.ts',
    find: 'rangeTest(builder, low, range, then, after), otherwise)',
    replace: 'rangeTest(builder, low, range, then, after), then)',
  },
  {
    name: 'leaves the tests of arch and the loads out of the longest path',
    file: 'src/bst.ts',
    find: 'maxPath - LOAD - depthOf(archTree, to) - LOAD',
    replace: 'maxPath + LOAD + LOAD',
  },
]
