/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'exchanges no targets',
    file: 'src/statement.ts',
    find: "['!=', { code: BPF.JEQ_K, negated: true }]",
    replace: "['!=', { code: BPF.JEQ_K, negated: false }]",
  },
  {
    name: 'takes <= for <',
    file: 'src/statement.ts',
    find: "['<', { code: BPF.JGE_K, negated: true }]",
    replace: "['<', { code: BPF.JGT_K, negated: true }]",
  },
  {
    name: 'jumps back',
    file: 'src/parse.ts',
    find: 'if (label !== undefined && label.index > from) return label.index',
    replace: 'if (label !== undefined) return label.index',
  },
  {
    name: 'skips one statement less',
    file: 'src/parse.ts',
    find: '(name === NEXT ? 0 : Number(name))',
    replace: '(name === NEXT ? 0 : Math.max(Number(name) - 1, 0))',
  },
  {
    name: 'keeps a test with one target',
    file: 'src/parse.ts',
    find: "if (then === otherwise) return { kind: 'ja', label: index, to: then }",
    replace: '',
  },
  {
    name: 'accepts what the kernel refuses',
    file: 'src/parse.ts',
    find: 'const [problem] = verify(program)',
    replace: 'const [problem] = verify(program).slice(0, 0)',
  },
  {
    name: 'names a word of an argument on big-endian machines',
    file: 'src/print.ts',
    find: 'const byOffset = isBig(endianness) && offset > 4',
    replace: 'const byOffset = false',
  },
  {
    name: 'names calls in tests that are no equality',
    file: 'src/print.ts',
    find: 'if (code !== BPF.JEQ_K) return number',
    replace: 'if (code === BPF.JSET_K) return number',
  },
]
