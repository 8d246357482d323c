/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'refuses the largest count',
    file: 'src/shares.ts',
    find: 'count <= MAX_COUNT',
    replace: 'count < MAX_COUNT',
  },
  {
    name: 'takes an argument of 65 bits',
    file: 'src/argument-counts.ts',
    find: 'value < 2n ** 64n',
    replace: 'value <= 2n ** 64n',
  },
  {
    name: 'refuses six arguments',
    file: 'src/argument-counts.ts',
    find: 'args.length > SECCOMP_DATA_ARGS',
    replace: 'args.length >= SECCOMP_DATA_ARGS',
  },
  {
    name: 'refuses the most lists of arguments',
    file: 'src/argument-counts.ts',
    find: 'given.length > MAX_ARGUMENT_COUNTS',
    replace: 'given.length >= MAX_ARGUMENT_COUNTS',
  },
  {
    name: 'divides by a total of 0',
    file: 'src/argument-counts.ts',
    find: 'if (total === 0) continue',
    replace: '',
  },
  {
    name: 'counts a line end of two characters twice',
    file: 'src/json.ts',
    find: "(text[at] !== '\\r' || text[at + 1] === '\\n')",
    replace: "text[at] !== '\\r'",
  },
  {
    name: 'takes the second of two equal names',
    file: 'src/json.ts',
    find: 'if (before !== undefined)',
    replace: 'if (before === -1)',
  },
  {
    name: 'takes unknown values as known',
    file: 'src/recorded.ts',
    find: 'if (known.length < values.length) continue',
    replace: '',
  },
  {
    name: 'loses the count of a list that occurs again',
    file: 'src/recorded.ts',
    find: 'else list.count += count',
    replace: '',
  },
  {
    name: 'keeps the rarest lists',
    file: 'src/recorded.ts',
    find: 'b.count - a.count',
    replace: 'a.count - b.count',
  },
  {
    name: 'counts a call again by other arguments',
    file: 'src/recorded.ts',
    find: 'indicesOf(args) === weighedIndices(row)',
    replace: 'args.length > 0',
  },
  {
    name: 'names the line before that of an unknown call',
    file: 'src/recorded.ts',
    find: 'line: i + 2',
    replace: 'line: i + 1',
  },
  {
    name: 'counts an unknown call once',
    file: 'src/tally.ts',
    find: 'else before.count += count',
    replace: '',
  },
  {
    name: 'counts the lines of strace',
    file: 'src/parse.ts',
    find: '    formats: TOOLS,\n',
    replace: '',
  },
]
