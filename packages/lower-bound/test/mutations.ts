import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'believes that no program tests the number before `arch`',
    file: 'src/two-sections.ts',
    find: 'return Math.max(0, Math.min(archFirst, numberFirst))',
    replace: 'return archFirst',
  },
  {
    name: 'makes calls heavier, so that sections weigh alike',
    file: 'src/shared-numbers.ts',
    find: 'return Math.min(weights[0]!, weights[1]! / factor)',
    replace: 'return Math.max(weights[0]!, weights[1]! / factor)',
  },
  {
    name: 'cuts a cell without weight into values',
    file: 'src/shared-numbers.ts',
    find: 'heavy > 0 && values.length > 0',
    replace: 'values.length > 0',
  },
  {
    name: 'calls the best exact, whatever calls of no weight take',
    file: 'src/least-tests.ts',
    find: ' && findsAll(best.tree, part.cells, atoms)',
    replace: '',
  },
  {
    name: 'lets leaves with weight find calls of another verdict',
    file: 'src/finds-all.ts',
    find: '(weights.get(leaf) ?? 0) === 0',
    replace: 'leaf !== undefined',
  },
  {
    name: 'joins an architecture with the values beside it',
    file: 'src/least-arch.ts',
    find: 'leastCost(atomsOfArches(here, badArch), 0)',
    replace: 'leastCost(cellsOfArches(here, badArch), 0)',
  },
  {
    name: 'takes tables of both sections that leave out much of one for tables of that one',
    file: 'src/two-sections.ts',
    find: 'return left > section.weight * LEFT ? undefined : Math.max(0, left) + alone[which]',
    replace: 'return left + alone[which] + section.weight',
  },
  {
    name: 'counts a test of the number for calls of a section of one cell',
    file: 'src/two-sections.ts',
    find: 'if (section.cells.length === 1) return 0',
    replace: '',
  },
  {
    name: 'gives up on the order of tests of `arch` for a cell of too many numbers',
    file: 'src/least-arch.ts',
    find: 'if (areSeveral && lo < hi && left > 0) {',
    replace: 'if (false) {',
  },
]
