import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'exchanges the children of a test of the number',
    file: 'src/arg-chains.ts',
    find: 'builder.test(node, nodeOf(node.then), nodeOf(node.else))',
    replace: 'builder.test(node, nodeOf(node.else), nodeOf(node.then))',
  },
  {
    name: 'leaves parts as they are',
    file: 'src/arg-chains.ts',
    find: 'asksArgument(child) ? layouts.of(child, nodeOf) : child',
    replace: 'builder.intern(child)',
  },
]
