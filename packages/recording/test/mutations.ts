/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'keeps the first keys, and not the smallest',
    file: 'src/smallest.ts',
    find: 'if (key > largest) return rest()',
    replace: 'return rest()',
  },
  {
    name: 'loses the count of a key that has to go',
    file: 'src/smallest.ts',
    find: 'rest().merge(values.get(largest)!)',
    replace: 'rest()',
  },
  {
    name: 'drops the high half of a value',
    file: 'src/call-counts.ts',
    find: 'high === 0 ? low : (BigInt(high) << 32n) | BigInt(low)',
    replace: 'high === 0 ? low : low',
  },
  {
    name: 'counts the upper half of a 32-bit argument',
    file: 'src/call-counts.ts',
    find: 'high: width === 64 ? 0xffff_ffff : 0',
    replace: 'high: 0xffff_ffff',
  },
  {
    name: 'counts addresses',
    file: 'src/counted-arguments.ts',
    find: 'if (pointer || SIZE_TYPES.has(type)) return false',
    replace: 'if (SIZE_TYPES.has(type)) return false',
  },
  {
    name: 'takes a recording without rows in its middle',
    file: 'src/reader.ts',
    find: 'if (end.rows !== rows || end.calls !== calls)',
    replace: 'if (end.rows < 0)',
  },
  {
    name: 'reads a newer version',
    file: 'src/read-line.ts',
    find: 'if (version?.value !== RECORDING_VERSION) {',
    replace: 'if (version === undefined) {',
  },
  {
    name: 'takes the last of two equal keys',
    file: 'src/line.ts',
    find: 'if (members.some((before) => before.key === key))',
    replace: 'if (members.length < 0)',
  },
  {
    name: 'forgets programs that have to go',
    file: 'src/counts.ts',
    find: 'for (const [nr, calls] of known) made(into.known, nr, callCounts).merge(calls)',
    replace: '',
  },
]
