/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'lets JavaScript calculate with a name',
    file: 'src/constant/symbolic.ts',
    find: "if (hint === 'string') return",
    replace: "if (hint !== 'number') return",
  },
  {
    name: 'takes an absent constant for its common value',
    file: 'src/value-on.ts',
    find: '(on[abi] ?? undefined)',
    replace: '(on[abi] ?? value)',
  },
  {
    name: 'takes a prefix for the whole word',
    file: 'src/constant/abi-groups.ts',
    find: 'token === word',
    replace: 'token.startsWith(word)',
  },
  {
    name: 'joins constants of two families',
    file: 'src/bits.ts',
    find: 'if (one.family !== family)',
    replace: 'if (one.family === undefined)',
  },
  {
    name: 'names flags among the bits of a field',
    file: 'src/names.ts',
    find: '(one.value & inFields) === 0n',
    replace: 'true',
  },
  {
    name: 'names a bit before the constant that it is a part of',
    file: 'src/names.ts',
    find: 'bitsIn(b.value) - bitsIn(a.value)',
    replace: 'bitsIn(a.value) - bitsIn(b.value)',
  },
  {
    name: 'names an alias first',
    file: 'src/names.ts',
    find: '[...found.filter((one) => !isAlias(one)), ...found.filter(isAlias)]',
    replace: '[...found.filter(isAlias), ...found.filter((one) => !isAlias(one))]',
  },
  {
    name: 'forgets that a filter sees a negative constant as two’s complement',
    file: 'src/names.ts',
    find: 'BigInt.asUintN(32, constant) === value',
    replace: 'constant === value',
  },
  {
    name: 'reads bits of another family',
    file: 'src/constant-reader.ts',
    find: 'oneOf([family])',
    replace: 'oneOf([one.family])',
  },
]
