/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'ends a cell one number early',
    file: 'src/number-cells.ts',
    find: 'hi: lo - 1, to })',
    replace: 'hi: lo - 2, to })',
  },
  {
    name: 'drops the high half of arguments',
    file: 'src/argument-set.ts',
    find: 'cellsNode(store, highPlace, high(mask), withoutGaps(cells, store.never))',
    replace: 'cells[0]?.to ?? store.never',
  },
  {
    name: 'takes `all` for `any`',
    file: 'src/outcomes.ts',
    find: 'store.ite(predicate(part), rest, store.never)',
    replace: 'store.ite(predicate(part), store.always, rest)',
  },
  {
    name: 'keeps the exits of the upper part',
    file: 'src/move-word.ts',
    find: 'return upper.withExits(tos)',
    replace: 'return upper.withExits(tos.map(() => tos[0]!))',
  },
  {
    name: 'puts the conditions that arguments 0 meet last',
    file: 'src/zeros-first.ts',
    find: 'return [...first, ...others]',
    replace: 'return [...others, ...first]',
  },
  {
    name: 'moves a rule past one with another verdict',
    file: 'src/zeros-first.ts',
    find: 'if (run?.[0]?.verdict === rule.verdict) run.push(rule)',
    replace: 'if (run !== undefined) run.push(rule)',
  },
  {
    name: 'leaves the parts of a disjunction as they are',
    file: 'src/zeros-first.ts',
    find: 'any(partitioned(rule.when.of, (when) => when))',
    replace: 'any(rule.when.of)',
  },
]
