import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'gives back the graph as it was',
    file: 'src/share-tails.ts',
    find: '? root : shared',
    replace: '? root : root',
  },
  {
    name: 'gives a new graph where nothing changed',
    file: 'src/share-tails.ts',
    find: '? root : shared',
    replace: '? shared : shared',
  },
  {
    name: 'takes a graph with one node too many for shared',
    file: 'src/share-tails.ts',
    find: 'size(shared) === size(root)',
    replace: 'size(shared) + 1 >= size(root)',
  },
]
