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
    name: 'lets an unconditional rule hide nothing',
    file: 'src/cells.ts',
    find: 'list.push(rule)',
    replace: 'list.unshift(rule)',
  },
  {
    name: 'leaves out the first number of a cell',
    file: 'src/threshold-search.ts',
    find: 'k: cells[chosen + 1]!.lo,',
    replace: 'k: cells[chosen + 1]!.lo + 1,',
  },
  {
    name: 'never tests for exceptions',
    file: 'src/best-trees.ts',
    find: 'exceptionsOf(cells, i, j, price, longest)',
    replace: 'exceptionsOf(cells, i, j, price, -1)',
  },
  {
    name: 'takes the others for the exceptions',
    file: 'src/exceptions.ts',
    find: 'if (cell.to === others) rest',
    replace: 'if (cell.to !== others) rest',
  },
  {
    name: 'forgets what a path still has to do',
    file: 'src/best-trees.ts',
    find: 'if (cells.slice(i, j + 1).every(fits))',
    replace: 'if (removed.length <= h)',
  },
  {
    name: 'tests no single value before the others',
    file: 'src/best-trees.ts',
    find: 'h = Math.min(most, length - 1)',
    replace: 'h = Math.min(0, length - 1)',
  },
  {
    name: 'loses a single value where a heavier one comes before it',
    file: 'src/best-trees.ts',
    find: '(next === j && cells[held]!.weight >= cells[j]!.weight)',
    replace: 'cells[held]!.weight >= cells[next]!.weight',
  },
  {
    name: 'forgets that values are out',
    file: 'src/least-cost.ts',
    find: 'weight - heaviest[at]!',
    replace: 'weight',
  },
  {
    name: 'counts a range between two others as one value',
    file: 'src/least-cost.ts',
    find: 'add(j - 1, more[j - 1]!)',
    replace: 'add(j - 1, 0)',
  },
  {
    name: 'lets only heavy sides stand beside an equality test',
    file: 'src/exact-search.ts',
    find: 'otherSide < cells[pending]!.weight',
    replace: 'otherSide > cells[pending]!.weight',
  },
  {
    name: 'moves every equality test down to its leaf',
    file: 'src/exact-search.ts',
    find: '<= own * deepest',
    replace: '<= -1',
  },
  {
    name: 'cuts out no value that has just its share',
    file: 'src/cut.ts',
    find: 'lo === hi && weight >= heavy',
    replace: 'lo === hi && weight > heavy',
  },
  {
    name: 'drops the high half of arguments',
    file: 'src/argument-set.ts',
    find: 'cellsNode(store, places.high, high(mask), withoutGaps(cells, store.never))',
    replace: 'cells[0]?.to ?? store.never',
  },
  {
    name: 'takes `all` for `any`',
    file: 'src/conditions.ts',
    find: 'store.ite(predicate(part), rest, store.never)',
    replace: 'store.ite(predicate(part), store.always, rest)',
  },
  {
    name: 'goes the wrong way after a bit test',
    file: 'src/condition-layout.ts',
    find: "op: 'set', k: mask }, otherwise, then)",
    replace: "op: 'set', k: mask }, then, otherwise)",
  },
  {
    name: 'counts the load of the number twice',
    file: 'src/bst.ts',
    find: 'maxPath - LOAD - depthOf(archTree, to) - LOAD',
    replace: 'maxPath + LOAD + LOAD',
  },
]
