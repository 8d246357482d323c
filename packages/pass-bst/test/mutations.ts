import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'cuts a cell one number late',
    file: 'src/cells.ts',
    find: 'closing.set(hi + 1, (closing.get(hi + 1) ?? new Set()).add(index))',
    replace: 'closing.set(hi + 2, (closing.get(hi + 2) ?? new Set()).add(index))',
  },
  {
    name: 'lets the last match decide',
    file: 'src/cells.ts',
    find: 'sort((a, b) => a - b)\n    const covering',
    replace: 'sort((a, b) => b - a)\n    const covering',
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
    find: "return test('ge', cells[s + 1]!.lo, build",
    replace: "return test('ge', cells[s + 1]!.hi, build",
  },
  {
    name: 'takes `all` for `any`',
    file: 'src/argument-layout.ts',
    find: 'layOut(builder, part, next, otherwise), then)',
    replace: 'layOut(builder, part, then, next), otherwise)',
  },
  {
    name: 'never tests by equality',
    file: 'src/tree.ts',
    find: 'if (exceptions === undefined) continue',
    replace: 'if (exceptions !== undefined || exceptions === undefined) continue',
  },
]
