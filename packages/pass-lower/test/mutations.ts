import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'takes the word as held whatever its mask',
    file: 'src/lower.ts',
    find: 'if (held.mask === wanted.mask) return STEP.last',
    replace: 'if (held.word === wanted.word) return STEP.last',
  },
  {
    name: 'masks what lacks some of the bits',
    file: 'src/lower.ts',
    find: '(held.mask & wanted.mask) >>> 0 === wanted.mask',
    replace: '(held.mask & wanted.mask) !== 0',
  },
  {
    name: 'asks the opposite of a zero test',
    file: 'src/select.ts',
    find: 'negated: !any',
    replace: 'negated: any',
  },
  {
    name: 'takes any set bit for all of them',
    file: 'src/select.ts',
    find: 'return hasOneBit && k === mask ? true : undefined',
    replace: 'return k === mask ? true : undefined',
  },
  {
    name: 'tests bits outside the mask',
    file: 'src/select.ts',
    find: 'k: (k & mask) >>> 0',
    replace: 'k',
  },
  {
    name: 'puts the larger side first',
    file: 'src/layout.ts',
    find: 'sizes.get(node.then)! < sizes.get(node.else)!',
    replace: 'sizes.get(node.then)! > sizes.get(node.else)!',
  },
]
