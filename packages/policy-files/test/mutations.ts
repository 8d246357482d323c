/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes a filter in the other byte order for one in the order asked for',
    file: 'src/read/raw-filter.ts',
    find: 'if (verify(swapped).length > 0)',
    replace: 'if (verify(swapped).length >= 0)',
  },
  {
    name: 'names an ABI of the wrong byte order',
    file: 'src/read/raw-filter.ts',
    find: 'one.endianness === order && tested',
    replace: 'one.endianness === endianness && tested',
  },
  {
    name: 'takes one printable byte for a text',
    file: 'src/read/raw-filter.ts',
    find: 'subarray(0, TELLING).every(isPlain)',
    replace: 'subarray(0, TELLING).some(isPlain)',
  },
  {
    name: 'reads the first of several filters in a source text',
    file: 'src/read/program-text.ts',
    find: 'if (others.length > 0)',
    replace: 'if (others.length > 1)',
  },
  {
    name: 'ignores a part that the notation does not have',
    file: 'src/read/read-policy.ts',
    find: 'part !== undefined && notation?.hasParts !== true',
    replace: 'part !== undefined && notation?.hasParts === false',
  },
  {
    name: 'keeps the text with more losses',
    file: 'src/write/policy-text.ts',
    find: 'own.losses.length < read.losses.length',
    replace: 'own.losses.length > read.losses.length',
  },
  {
    name: 'takes calls that run for calls that are refused in another way',
    file: 'src/write/policy-text.ts',
    find: 'every(({ from, to }) => refuses(from) && refuses(to))',
    replace: 'every(({ from, to }) => refuses(from) || refuses(to))',
  },
  {
    name: 'names x32 in the text of a filter that refuses all its calls',
    file: 'src/write/written-abis.ts',
    find: "if (abi.token !== 'x32') return true",
    replace: 'if (abi !== undefined) return true',
  },
]
