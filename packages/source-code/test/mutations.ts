/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes a byte above 255',
    file: 'src/read-arrays.ts',
    find: 'if (value > 0xff) throw reader.error',
    replace: 'if (value > 0xffff) throw reader.error',
  },
  {
    name: 'takes a field twice',
    file: 'src/read-arrays.ts',
    find: 'seen.add(found.field)\n',
    replace: "if (found.field === 'code') seen.add(found.field)\n",
  },
  {
    name: 'takes an instruction without a code',
    file: 'src/read-arrays.ts',
    find: "if (!seen.has('code'))",
    replace: 'if (seen.size === 0)',
  },
  {
    name: 'takes half an instruction',
    file: 'src/read-source.ts',
    find: 'bytes.length === 0 || bytes.length % SOCK_FILTER_BYTES !== 0',
    replace: 'bytes.length === 0',
  },
  {
    name: 'takes an octal escape above a byte',
    file: 'src/read-source.ts',
    find: 'if (value > 0xff) throw error',
    replace: 'if (value > 0x1ff) throw error',
  },
  {
    name: 'takes words for base64',
    file: 'src/read-source.ts',
    find: '/^[A-Za-z0-9+/]{10,}={0,2}\\s*$/.test(line) &&',
    replace: '',
  },
  {
    name: 'joins two filters',
    file: 'src/write-source.ts',
    find: ".join('\\n')",
    replace: ".join('')",
  },
  {
    name: 'writes two filters into one annotation',
    file: 'src/write-source.ts',
    find: 'if (filters.length === 1) return bytes(crunText)',
    replace: 'return bytes(crunText)',
  },
]
