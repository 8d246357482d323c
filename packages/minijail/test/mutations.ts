/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes ; return for what runs in C',
    file: 'src/statement.ts',
    find: '{ clauses: undefined, action, source: behind },',
    replace: '{ clauses: undefined, action: allow, source: behind },',
  },
  {
    name: 'allows without an action what Python kills',
    file: 'src/statement.ts',
    find: "const action: WrittenAction = this.#cursor.takes(';') ? this.#action() : { kind: 'word', word: 'allow' }",
    replace:
      "const action: WrittenAction = this.#cursor.takes(';') ? this.#action() : { kind: 'word', word: 'kill' }",
  },
  {
    name: 'drops the ABIs of a call',
    file: 'src/statement.ts',
    find: 'return abis === undefined ? { name, source } : { name, source, abis }',
    replace: 'return { name, source }',
  },
  {
    name: 'says clear bits with all of the mask',
    file: 'src/write-atoms.ts',
    find: 'const clear = mask & ~valueTwo',
    replace: 'const clear = mask',
  },
  {
    name: 'asks for one of the bits that are set',
    file: 'src/write-atoms.ts',
    find: '...bitsOf(mask & valueTwo).map((bit) =>',
    replace: '...bitsOf(mask & valueTwo).slice(0, 1).map((bit) =>',
  },
  {
    name: 'takes a wide number for any ABI',
    file: 'src/write.ts',
    find: 'new Set(on.map(({ wordSize }) => wordSize)).size < 2 || areNarrow(clauses)',
    replace: 'true',
  },
  {
    name: 'writes a deny list where other architectures are killed',
    file: 'src/write.ts',
    find: '    badArch === EPERM &&\n',
    replace: '',
  },
  {
    name: 'leaves a lost call to a default that runs it',
    file: 'src/write.ts',
    find: 'else if (!refuses(otherwise)) lines.push(',
    replace: 'else if (isDenylist && otherwise === EPERM) lines.push(',
  },
  {
    name: 'tries filters in any order',
    file: 'src/write-ordered.ts',
    find: 'for (const { when, verdict } of before) {',
    replace: 'for (const { when, verdict } of before.toReversed()) {',
  },
  {
    name: 'recognises no policy without a rule',
    file: 'src/recognise.ts',
    find: 'return HEADER.test(lines[0]!)',
    replace: 'return false && HEADER.test(lines[0]!)',
  },
]
