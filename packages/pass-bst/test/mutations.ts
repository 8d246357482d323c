import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'goes the wrong way after a bit test',
    file: 'src/condition-layout.ts',
    find: "op: 'set', k: mask }, otherwise, then)",
    replace: "op: 'set', k: mask }, then, otherwise)",
  },
  {
    name: 'counts the load of the number twice',
    file: 'src/bst.ts',
    find: 'maxPath - LOAD - depthOf(archTree, to) - LOAD',
    replace: 'maxPath + LOAD + LOAD',
  },
]
