/** Faults that the tests of this package must catch: each makes bytes that are wrong, or hides that they are. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'writes k in the byte order of x86_64 everywhere',
    file: 'src/filter/filter.ts',
    find: 'to.setUint32(insn * 8 + 4, k, isLittle)',
    replace: 'to.setUint32(insn * 8 + 4, k, true)',
  },
  {
    name: 'writes the code in the byte order of x86_64 everywhere',
    file: 'src/filter/filter.ts',
    find: 'to.setUint16(insn * 8, code, isLittle)',
    replace: 'to.setUint16(insn * 8, code, true)',
  },
  {
    name: 'swaps the two branches of a jump',
    file: 'src/filter/filter.ts',
    find: 'const [code = 0, jt = 0, jf = 0]',
    replace: 'const [code = 0, jf = 0, jt = 0]',
  },
  {
    name: 'loses the high bits of k',
    file: 'src/filter/filter.ts',
    find: 'shift += 7',
    replace: 'shift += 6',
  },
  {
    name: 'takes names that every object has',
    file: 'src/filter/chosen-filter.ts',
    find: 'Object.hasOwn(filters, arch) ?',
    replace: 'arch in filters ?',
  },
  {
    name: 'takes changed bytes',
    file: 'src/filter/checked-bytes.ts',
    find: 'if (found !== sha256)',
    replace: 'if (found.length !== sha256.length)',
  },
  {
    name: 'gives the bytes that the caller still has',
    file: 'src/filter/checked-bytes.ts',
    find: 'const copy = Uint8Array.from(bytes)',
    replace: 'const copy = bytes',
  },
]
