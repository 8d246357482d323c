/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes the way by 1 for that by 0',
    file: 'src/store.ts',
    find: 'c === bit ? zeros[condition]! : condition',
    replace: 'c === bit ? ones[condition]! : condition',
  },
  {
    name: 'makes a node that asks for nothing',
    file: 'src/store.ts',
    find: '(zero === one ? zero : once(bit, zero, one))',
    replace: 'once(bit, zero, one)',
  },
  {
    name: 'counts no steps',
    file: 'src/store.ts',
    find: 'if (steps > stepLimit)',
    replace: 'if (steps < 0)',
  },
  {
    name: 'takes a bound for one below it',
    file: 'src/word-predicates.ts',
    find: 'if (asked) result = store.node(bitAt(word, weight), result, store.always)',
    replace: 'if (asked) result = store.node(bitAt(word, weight), result, store.never)',
  },
  {
    name: 'lets a bit that the mask takes away be 1',
    file: 'src/word-predicates.ts',
    find: 'store.node(bitAt(word, weight), store.never, result) : store.never',
    replace: 'store.node(bitAt(word, weight), store.never, result) : result',
  },
  {
    name: 'swaps what it combines',
    file: 'src/combine.ts',
    find: 'value(store.valueOf(a), store.valueOf(b))',
    replace: 'value(store.valueOf(b), store.valueOf(a))',
  },
  {
    name: 'combines without end',
    file: 'src/combine.ts',
    find: 'if (pairs > maxPairs)',
    replace: 'if (pairs < 0)',
  },
  {
    name: 'takes the first bit of what is below for one above',
    file: 'src/exits.ts',
    find: 'if (store.bitOf(node) >= end) exits.add(node)',
    replace: 'if (store.bitOf(node) > end) exits.add(node)',
  },
  {
    name: 'ends a cell one value late',
    file: 'src/sets.ts',
    find: 'const hi = lo + 2 ** left - 1',
    replace: 'const hi = lo + 2 ** left',
  },
  {
    name: 'lets a bit of a cell be 1 that the mask takes away',
    file: 'src/sets.ts',
    find: 'if (((mask >>> weight) & 1) === 0) return zero',
    replace: '',
  },
  {
    name: 'keeps a bound after the work is done',
    file: 'src/store.ts',
    find: 'stepLimit = outer.steps',
    replace: '',
  },
  {
    name: 'joins ranges over a gap',
    file: 'src/sets.ts',
    find: 'if (node === store.never) {\n      open = false',
    replace: 'if (node === store.never) {\n      open = true',
  },
  {
    name: 'loses a bit of a cube',
    file: 'src/cover.ts',
    find: 'mask | weight, value | weight)',
    replace: 'mask | weight, value)',
  },
  {
    name: 'prefers words that are harder to read',
    file: 'src/paths.ts',
    find: '(y.nonZero < x.nonZero ? y : x)',
    replace: '(y.nonZero > x.nonZero ? y : x)',
  },
  {
    name: 'leads a bit to one place whatever it is',
    file: 'src/upper-part.ts',
    find: 'made[ones[at]!]!))',
    replace: 'made[zeros[at]!]!))',
  },
]
