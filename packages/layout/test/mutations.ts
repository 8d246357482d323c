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
    find: 'new Set([only!, ...others].map(exitValue))',
    replace: 'new Set([only!].map(exitValue))',
  },
  {
    name: 'pays again for layouts that are there',
    file: 'src/node-layouts.ts',
    find: 'if (!this.#tests.has(way)) price',
    replace: 'price',
  },
]
