/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'masks what lacks some of the bits',
    file: 'src/lowered.ts',
    find: '(held.mask & wanted.mask) >>> 0 === wanted.mask',
    replace: '(held.mask & wanted.mask) !== 0',
  },
  {
    name: 'masks again what is masked',
    file: 'src/lowered.ts',
    find: 'and: !isSame && wanted.mask !== WHOLE_WORD',
    replace: 'and: wanted.mask !== WHOLE_WORD',
  },
  {
    name: 'takes any set bit for all of them',
    file: 'src/lowered.ts',
    find: 'return hasOneBit && k === mask ? true : undefined',
    replace: 'return k === mask ? true : undefined',
  },
  {
    name: 'takes the shorter of two ways',
    file: 'src/lowered.ts',
    find: 'Math.max(after(held, node.then), after(held, node.else))',
    replace: 'Math.min(after(held, node.then), after(held, node.else))',
  },
  {
    name: 'takes a cycle for a graph',
    file: 'src/verify.ts',
    find: 'if (first <= i) report(',
    replace: 'if (first < i) report(',
  },
  {
    name: 'takes tests of two masks for one',
    file: 'src/is-same.ts',
    find: ' || left.mask !== right.mask',
    replace: '',
  },
]
