/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes x32 for the main ABI of its arch',
    file: 'src/tested-abis.ts',
    find: 'allAbis.find(',
    replace: 'allAbis.findLast(',
  },
  {
    name: 'takes an ABI of the other byte order for tested',
    file: 'src/tested-abis.ts',
    find: 'each.auditArch === arch && each.endianness === filter.endianness',
    replace: 'each.auditArch === arch',
  },
  {
    name: 'keeps an ABI of which no call runs',
    file: 'src/tested-abis.ts',
    find: 'mayRun(filter, own) ? [...tokens, ...others]',
    replace: 'tokens.length > 0 ? [...tokens, ...others]',
  },
  {
    name: 'drops the ABIs of a filter of which a call runs',
    file: 'src/tested-abis.ts',
    find: 'mayRun(filter, own) ? [...tokens, ...others]',
    replace: 'tokens.length === 0 ? [...tokens, ...others]',
  },
]
