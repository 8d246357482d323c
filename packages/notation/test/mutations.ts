/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'keeps a weak verdict for a call that it cannot hold',
    file: 'src/express.ts',
    find: 'refuses(each) && hasVerdict(each)',
    replace: 'hasVerdict(each)',
  },
  {
    name: 'takes the answers of the main ABI for those of all',
    file: 'src/express.ts',
    find: 'const wrong = on.find((each) => !isRight(written, each))',
    replace: 'const wrong = on.slice(0, 0).find((each) => !isRight(written, each))',
  },
  {
    name: 'forgets that an earlier answer decides',
    file: 'src/express.ts',
    find: 'const own = all([...before, when])',
    replace: 'const own = when',
  },
  {
    name: 'names no number that differs from the default',
    file: 'src/express.ts',
    find: "if (verdict !== otherwise) losses.push({ kind: 'numbers'",
    replace: "if (verdict === undefined) losses.push({ kind: 'numbers'",
  },
  {
    name: 'compares an argument with no mask as with one',
    file: 'src/clauses.ts',
    find: 'if (a.mask === b.mask) {',
    replace: 'if (a.mask !== 0n) {',
  },
  {
    name: 'joins terms of other masks',
    file: 'src/clauses.ts',
    find: "const key = `${own?.mask ?? ''}|${keyOf(term, index)}`",
    replace: 'const key = keyOf(term, index)',
  },
  {
    name: 'takes the widest prefix one bit too wide',
    file: 'src/cubes.ts',
    find: 'if (value >= lo && last <= hi) {',
    replace: 'if (value >= lo && last <= hi + 1n) {',
  },
  {
    name: 'takes a default for a condition that decides',
    file: 'src/named-calls.ts',
    find: 'return [...closed.slice(0, others), end]',
    replace: 'return [...closed.slice(0, Math.max(others - 1, 0)), end]',
  },
  {
    name: 'names no ABI that a text is not for',
    file: 'src/other-abis.ts',
    find: 'verdict === written || verdict === known',
    replace: 'verdict === written || true',
  },
]
