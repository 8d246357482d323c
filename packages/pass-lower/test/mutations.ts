import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'forgets the mask where A holds more bits',
    file: 'src/lower.ts',
    find: 'and ? STEP.and : STEP.last',
    replace: 'STEP.last',
  },
  {
    name: 'asks the opposite of a zero test',
    file: 'src/select.ts',
    find: 'negated: !any',
    replace: 'negated: any',
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
  {
    name: 'puts the strictest verdict first on x86',
    file: 'src/order-returns.ts',
    find: 'weakestFirst ? -1 : 1',
    replace: 'weakestFirst ? 1 : -1',
  },
  {
    name: 'moves returns out of reach',
    file: 'src/order-returns.ts',
    find: 'insns.length > MAX_SKIP + 2',
    replace: 'insns.length > MAX_SKIP + 20',
  },
]
