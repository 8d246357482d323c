import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'ends a cell one number early',
    file: 'src/cells.ts',
    find: 'hi: (starts[i + 1] ?? U32.max + 1) - 1',
    replace: 'hi: (starts[i + 1] ?? U32.max + 1) - 2',
  },
  {
    name: 'leaves out the first number of a cell',
    file: 'src/tree.ts',
    find: "return test('ge', cells[s + 1]!.lo, build(s + 1, j)",
    replace: "return test('ge', cells[s + 1]!.lo + 1, build(s + 1, j)",
  },
  {
    name: 'lets an unconditional rule hide nothing',
    file: 'src/cells.ts',
    find: 'list.push(rule)',
    replace: 'list.unshift(rule)',
  },
  {
    name: 'drops the high half of arguments',
    file: 'src/argument-layout.ts',
    find: 'if (highMask === 0) return',
    replace: 'if (highs.length > 0) return',
  },
  {
    name: 'splits a tree at the wrong bound',
    file: 'src/tree.ts',
    find: 'build(i, s))',
    replace: 'build(i, s + 1))',
  },
  {
    name: 'takes `all` for `any`',
    file: 'src/argument-layout.ts',
    find: 'layOut(context, part, next, otherwise), then)',
    replace: 'layOut(context, part, then, next), otherwise)',
  },
  {
    name: 'never tests by equality',
    file: 'src/tree.ts',
    find: 'if (exceptions === undefined) continue',
    replace: 'if (exceptions !== undefined || exceptions === undefined) continue',
  },
]
