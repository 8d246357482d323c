import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'lets a conditional rule decide for all calls',
    file: 'src/dedupe.ts',
    find: 'if (isAlways(when)) for (const cell of cells) always[cell] = 1',
    replace: 'if (cells.length > 0) for (const cell of cells) always[cell] = 1',
  },
  {
    name: 'forgets that a conditional rule keeps calls from the default',
    file: 'src/dedupe.ts',
    find: 'isAlways(when) ? verdict : MIXED',
    replace: 'isAlways(when) ? verdict : below[cell]!',
  },
  {
    name: 'takes an `all` for decided when all its parts are',
    file: 'src/decided-conditions.ts',
    find: 'parts.some((isDecided) => isDecided(cell))',
    replace: 'parts.every((isDecided) => isDecided(cell))',
  },
  {
    name: 'takes an `any` for decided when one of its parts is',
    file: 'src/decided-conditions.ts',
    find: 'parts.every((isDecided) => isDecided(cell))',
    replace: 'parts.some((isDecided) => isDecided(cell))',
  },
  {
    name: 'notes a condition for all cells',
    file: 'src/decided-conditions.ts',
    find: 'const hasExact = (cell: number): boolean => exact?.has(cell) === true',
    replace: 'const hasExact = (_cell: number): boolean => exact !== undefined',
  },
  {
    name: 'takes parts of an `all` for decided with the whole',
    file: 'src/decided-conditions.ts',
    find: "if (when.kind === 'any') for",
    replace: "if (when.kind !== 'argument') for",
  },
]
