import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'takes the word of one way for that of all',
    file: 'src/held.ts',
    find: 'others === null || same(others, held) ? held : undefined',
    replace: 'held',
  },
  {
    name: 'forgets the mask',
    file: 'src/held.ts',
    find: 'return a?.offset === b?.offset && a?.mask === b?.mask',
    replace: 'return a?.offset === b?.offset',
  },
  {
    name: 'removes a run that is jumped into',
    file: 'src/held.ts',
    find: '(at) => at > index && jumpedTo.has(at)',
    replace: '() => false',
  },
  {
    name: 'moves a jump one too far',
    file: 'src/held.ts',
    find: 'const limit = index + 1 + MAX_SKIP',
    replace: 'const limit = index + 2 + MAX_SKIP',
  },
  {
    name: 'drops the division that ends the program',
    file: 'src/accumulator.ts',
    find: 'return writesA(code) && code !== BPF.DIV_X',
    replace: 'return writesA(code)',
  },
  {
    name: 'forgets that `ret a` reads A',
    file: 'src/unread.ts',
    find: 'return insn.code === BPF.RET_A',
    replace: 'return false',
  },
]
