/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'goes the wrong way after a test of bits',
    file: 'src/node-layouts.ts',
    find: "op: 'set', k: mask }, otherwise, then)",
    replace: "op: 'set', k: mask }, then, otherwise)",
  },
  {
    name: 'takes `>` for `>=`',
    file: 'src/part-diagram.ts',
    find: 'wordAtLeast(store, place, mask, k + 1)',
    replace: 'wordAtLeast(store, place, mask, k)',
  },
  {
    name: 'parts a row where an edge passes over',
    file: 'src/argument-part.ts',
    find: 'furthest === place',
    replace: 'furthest >= place',
  },
  {
    name: 'forgets an exit of a piece',
    file: 'src/part-diagram.ts',
    find: 'new Set([only!, ...others].map(terminal))',
    replace: 'new Set([only!].map(terminal))',
  },
  {
    name: 'pays again for layouts that are there',
    file: 'src/node-layouts.ts',
    find: 'if (!this.#tests.has(way)) price',
    replace: 'price',
  },
  {
    name: 'joins tests of bits that lead to two exits',
    file: 'src/word-layout.ts',
    find: '!isSame(next.else, one.layout)',
    replace: 'false',
  },
  {
    name: 'takes the other half of a divided word',
    file: 'src/dividing-bit.ts',
    find: 'isOne ? store.oneOf(node) : store.zeroOf(node)',
    replace: 'isOne ? store.zeroOf(node) : store.oneOf(node)',
  },
  {
    name: 'takes ranges behind a known bit for those where other bits are asked',
    file: 'src/dividing-bit.ts',
    find: '((asked ^ whole) & after(known)) === 0',
    replace: 'true',
  },
  {
    name: 'passes over bits that are asked only where a known bit is 1',
    file: 'src/dividing-bit.ts',
    find: 'one: common | one',
    replace: 'one: common | zero',
  },
  {
    name: 'has no samples of a word with too many ranges',
    file: 'src/node-layouts.ts',
    find: '?? edgeValues(store, first)',
    replace: '?? []',
  },
]
