/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'calls trees for many cells the cheapest',
    file: 'src/polynomial-search.ts',
    find: 'const MAX_EXACT = 3',
    replace: 'const MAX_EXACT = 5',
  },
  {
    name: 'takes any cell between two for a single value',
    file: 'src/polynomial-search.ts',
    find: ' || !isSingle(value)) return undefined',
    replace: ') return undefined',
  },
  {
    name: 'leaves out the first number of a cell',
    file: 'src/polynomial-search.ts',
    find: 'k: cells[move.after + 1]!.lo,',
    replace: 'k: cells[move.after + 1]!.lo + 1,',
  },
  {
    name: 'never tests for exceptions',
    file: 'src/best-trees.ts',
    find: 'exceptionsOf(cells, i, j, price, this.#longest)',
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
    find: 'if (this.#longest === Infinity || this.#restsFit(i, j, first, second))',
    replace: 'if (out <= MAX_OUT)',
  },
  {
    name: 'tests no single value before the others',
    file: 'src/best-trees.ts',
    find: 'heaviest.mayComeFirst && j > i',
    replace: 'false',
  },
  {
    name: 'takes single values for wide cells',
    file: 'src/runs.ts',
    find: 'if (isSingle(cells[at]!)) {',
    replace: 'if (isSingle(cells[at]!) && at < 0) {',
  },
  {
    name: 'takes cells beside a value that is out for one',
    file: 'src/runs.ts',
    find: 'if (only !== undefined && only !== to) return false',
    replace: '',
  },
  {
    name: 'loses a single value where a heavier one comes before it',
    file: 'src/heaviest-of-row.ts',
    find: 'this.next = this.first',
    replace: '',
  },
  {
    name: 'passes over thresholds that may be the cheapest',
    file: 'src/best-trees.ts',
    find: 'weights.of(i, split) - slack',
    replace: 'weights.of(i, j) - slack',
  },
  {
    name: 'takes the last of equally cheap thresholds',
    file: 'src/row-thresholds.ts',
    find: 'if (sum >= costs[j]!) continue',
    replace: 'if (sum > costs[j]!) continue',
  },
  {
    name: 'forgets that values are out',
    file: 'src/heaviest-out.ts',
    find: 'left -= this.#heaviest[part + rank]!',
    replace: '',
  },
  {
    name: 'lets wide blocks be taken out like single values',
    file: 'src/fewest-out.ts',
    find: 'if (isWide && this.#wide !== to) {',
    replace: 'if (isWide && this.#wide === -2) {',
  },
  {
    name: 'takes two wide blocks for one',
    file: 'src/fewest-out.ts',
    find: 'this.#fewest = MANY',
    replace: 'this.#fewest = 1',
  },
  {
    name: 'looks for thresholds with no value out alone',
    file: 'src/bound-table.ts',
    find: 'if (least < splits1[to]!) splits1[to] = least',
    replace: '',
  },
  {
    name: 'leaves no value out of the lower half',
    file: 'src/bound-table.ts',
    find: 'costs[low]![below]!',
    replace: 'costs[0]![below]!',
  },
  {
    name: 'takes a search for impossible that takes out more values than its table',
    file: 'src/bound-table.ts',
    find: '?? 0',
    replace: '?? Infinity',
  },
  {
    name: 'keeps cells whole of which a value weighs half',
    file: 'src/atoms.ts',
    find: 'const SHARE = 1 / 4',
    replace: 'const SHARE = 2 / 3',
  },
  {
    name: 'lets only heavy sides stand beside an equality test',
    file: 'src/exchange-rules.ts',
    find: 'otherSide < cells[value]!.weight',
    replace: 'otherSide > cells[value]!.weight',
  },
  {
    name: 'moves every equality test down to its leaf',
    file: 'src/exchange-rules.ts',
    find: '<= own * deepest + rounding',
    replace: '<= -1',
  },
  {
    name: 'takes a difference of rounding for the weight of a cell',
    file: 'src/exchange-rules.ts',
    find: '<= own * deepest + rounding',
    replace: '<= own * deepest',
  },
  {
    name: 'cuts out no value that has just its share',
    file: 'src/pieces.ts',
    find: 'isSingle(each) && each.weight >= heavy',
    replace: 'isSingle(each) && each.weight > heavy',
  },
  {
    name: 'pays two loads for one function that is not settled',
    file: 'src/shared-costs.ts',
    find: 'const LOAD = 1',
    replace: 'const LOAD = 2',
  },
  {
    name: 'stops at a cost that is not enough',
    file: 'src/shared-costs.ts',
    find: 'if (cost >= enough) break',
    replace: 'if (cost >= enough / 2) break',
  },
  {
    name: 'lets no value be out of the heavier side of a threshold',
    file: 'src/cheapest-table.ts',
    find: 'top >= s && before[top]! >= high',
    replace: 'top > j',
  },
  {
    name: 'believes that no equality test comes first',
    file: 'src/cheapest-table.ts',
    find: 'if (costs[first]! < split && here + costs[first]! < end) this.#tryEquality(i, j)',
    replace: 'costs[first] = Infinity',
  },
  {
    name: 'tries no equality test first where all cost less without a test',
    file: 'src/cheapest-table.ts',
    find: 'if (this.#costs[n * n + last]! < others) this.#tryEquality(0, last)',
    replace: '',
  },
  {
    name: 'counts tests of values where nothing may be left to tell apart',
    file: 'src/cheapest-table.ts',
    find: 'out <= open[j]! ? others : none',
    replace: 'out <= open[j]! + 1 ? others : none',
  },
  {
    name: 'forgets that a value of the block that is left out may be out where nothing may be left to tell apart',
    file: 'src/cheapest-table.ts',
    find: 'own <= out; own += 1',
    replace: 'own <= (tests === others ? out : 0); own += 1',
  },
  {
    name: 'takes a part of a run for the whole',
    file: 'src/run-costs.ts',
    find: 'this.#upTo[j] = whole === 0 ? 1 : before / whole',
    replace: 'this.#upTo[j] = 1',
  },
  {
    name: 'makes tests of values that are out free, and keeps what they save',
    file: 'src/run-costs.ts',
    find: '- out * this.#sums.of(i, j)',
    replace: '- 0 * out',
  },
  {
    name: 'takes a run for an atom of which a value weighs half',
    file: 'src/run-costs.ts',
    find: 'const SHARE = 1 / 4',
    replace: 'const SHARE = 2 / 3',
  },
  {
    name: 'counts the first test for the heavier half',
    file: 'src/cheapest-table.ts',
    find: 'const lighter = below < above',
    replace: 'const lighter = below > above',
  },
]
