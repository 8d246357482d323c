/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'loses the value of a range that is the first of a block',
    file: 'src/overlay.ts',
    find: 'pieces[lower]!.hi >= middle',
    replace: 'pieces[lower]!.hi > middle',
  },
  {
    name: 'looks at the high word through the mask of the low one',
    file: 'src/from-rules.ts',
    find: 'highWord(mask), pieces',
    replace: 'lowWord(mask), pieces',
  },
  {
    name: 'joins tests under different masks',
    file: 'src/from-rules.ts',
    find: '`${when.index} ${when.mask}`',
    replace: '`${when.index}`',
  },
  {
    name: 'joins neighbours whose verdicts differ',
    file: 'src/from-rules.ts',
    find: 'run?.[0].verdict === rule.verdict',
    replace: 'run !== undefined',
  },
  {
    name: 'cuts a range short that another lies in',
    file: 'src/from-rules.ts',
    find: 'else if (last.hi < hi) last',
    replace: 'else last',
  },
  {
    name: 'takes `gt` of a decision for `ge`',
    file: 'src/from-decision.ts',
    find: 'wordAtLeast(store, place, mask, k + 1)',
    replace: 'wordAtLeast(store, place, mask, k)',
  },
  {
    name: 'goes on where a division by 0 returns',
    file: 'src/program-states.ts',
    find: "if (code !== BPF.DIV_X) return { kind: 'next', to }",
    replace: "if (code > 0) return { kind: 'next', to }",
  },
  {
    name: 'takes `jgt` for `jlt`',
    file: 'src/program-states.ts',
    find: 'store.ite(math.atLeast(b, a), store.never, store.always)',
    replace: 'store.ite(math.atLeast(a, b), store.never, store.always)',
  },
  {
    name: 'keeps the range of the first way to a state',
    file: 'src/program-states.ts',
    find: 'if (other.lo >= one.lo && other.hi <= one.hi)',
    replace: 'if (other.lo >= one.lo || other.hi <= one.hi)',
  },
  {
    name: 'takes `jgt` with a constant for `jge`',
    file: 'src/word-range.ts',
    find: "op: 'ge', k: k + 1, range",
    replace: "op: 'ge', k, range",
  },
  {
    name: 'narrows a range by one value too many',
    file: 'src/word-range.ts',
    find: '{ lo, hi: k - 1 }',
    replace: '{ lo, hi: k - 2 }',
  },
  {
    name: 'joins two ways although they ask an earlier word',
    file: 'src/word-range.ts',
    find: 'store.bitOf(then) >= first && store.bitOf(otherwise) >= first',
    replace: 'store.bitOf(then) >= 0',
  },
  {
    name: 'joins two ways under a mask as if there were none',
    file: 'src/word-range.ts',
    find: ' || test.mask !== U32.max || ',
    replace: ' || ',
  },
  {
    name: 'takes a constant for a word under a mask',
    file: 'src/register-value.ts',
    find: 'once(`${k}`, (id)',
    replace: 'once(k, (id)',
  },
  {
    name: 'shifts by four bits of X',
    file: 'src/bit-vector.ts',
    find: '[0, 1, 2, 3, 4].reduce',
    replace: '[0, 1, 2, 3].reduce',
  },
  {
    name: 'loses a carry',
    file: 'src/bit-vector.ts',
    find: 'carry = ite(half, carry, x)',
    replace: 'carry = ite(half, never, x)',
  },
  {
    name: 'lets the newer of two verdicts win, however weak it is',
    file: 'src/strength.ts',
    find: 'strengthOf(older) < strengthOf(newer) ? older : newer',
    replace: 'newer',
  },
  {
    name: 'compares an unknown action by its place in a stack',
    file: 'src/strength.ts',
    find: 'strictnessOf(left) > strictnessOf(right)',
    replace: 'strengthOf(left) > strengthOf(right)',
  },
  {
    name: 'asks about all calls',
    file: 'src/prove.ts',
    find: 'confine(diagramOf(one), store.never)',
    replace: 'diagramOf(one)',
  },
  {
    name: 'gives one digest to all verdicts',
    file: 'src/digest.ts',
    find: 'words.push(-1, store.valueOf(node) | 0, 0)',
    replace: 'words.push(-1, 0, 0)',
  },
  {
    name: 'lists numbers that are not asked about',
    file: 'src/read-sections.ts',
    find: 'intersection([{ lo, hi }], clip)',
    replace: '[{ lo, hi }]',
  },
  {
    name: 'takes over what a state means for a part of its numbers alone',
    file: 'src/word-range.ts',
    find: 'first + Math.clz32(openBits(range)), range.lo)',
    replace: 'first + Math.clz32(openBits(range)) + 1, range.lo)',
  },
  {
    name: 'keeps the range of the number of the first way to a state',
    file: 'src/program-states.ts',
    find: 'hull(one.nr, other.nr)',
    replace: 'one.nr',
  },
  {
    name: 'learns the guess that led to a conflict',
    file: 'src/clause-search.ts',
    find: 'found[0] = negated(literal)',
    replace: 'found[0] = literal',
  },
  {
    name: 'leaves out a literal that does not follow from the others',
    file: 'src/clause-search.ts',
    find: 'seen[variable] === 0 && levels[variable]! > 0) return false',
    replace: 'seen[variable] === 0 && levels[variable]! > 9) return false',
  },
  {
    name: 'forgets clauses that it was given',
    file: 'src/clause-search.ts',
    find: 'if (clause >= learned && !kept.has(clause)) continue',
    replace: 'if (!kept.has(clause)) continue',
  },
  {
    name: 'lets a word be at least a bound and not at least a smaller one',
    file: 'src/circuit.ts',
    find: '[ordered[i - 1]![1], negated(ordered[i]![1])]',
    replace: '[ordered[i - 1]![1], ordered[i]![1]]',
  },
  {
    name: 'forgets that the bits of a word tell which bounds it reaches',
    file: 'src/circuit.ts',
    find: 'demand([negated(literal), byBits])',
    replace: 'demand([always])',
  },
  {
    name: 'compares a word with its bound by some bits alone',
    file: 'src/circuit.ts',
    find: 'isSet(k, weight) ? all([own, lower])',
    replace: 'isSet(k, weight) ? any([own, lower])',
  },
  {
    name: 'searches as if the last rule that matches decided',
    file: 'src/verdict-literals.ts',
    find: 'of runsOf(rules)) {',
    replace: 'of runsOf(rules).toReversed()) {',
  },
  {
    name: 'searches as if the older of two verdicts were the newer one',
    file: 'src/verdict-literals.ts',
    find: 'of(strictest(own, theirs))',
    replace: 'of(strictest(theirs, own))',
  },
  {
    name: 'searches calls that the question is not about',
    file: 'src/search-difference.ts',
    find: 'if (within !== undefined) demandWithin',
    replace: 'if (within === null) demandWithin',
  },
]
