/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'looks at the witnesses of the input alone',
    file: 'src/disagreement.ts',
    find: 'of [left, right])',
    replace: 'of [left])',
  },
  {
    name: 'takes the witnesses for all calls',
    file: 'src/meaning-checks.ts',
    find: "if (answer?.kind === 'different') throw",
    replace: "if (answer?.kind === 'different' && disagreement(before, after, endianness)) throw",
  },
  {
    name: 'leaves the witnesses to the proof',
    file: 'src/meaning-checks.ts',
    find: 'if (found !== undefined) throw',
    replace: 'if (found !== undefined && provedTheSame(run) !== undefined) throw',
  },
  {
    name: 'does not verify what a pass yields',
    file: 'src/checks.ts',
    find: 'if (problems.length > 0) throw',
    replace: 'if (problems.length > 99) throw',
  },
  {
    name: 'does not freeze what it gives to a pass',
    file: 'src/checks.ts',
    find: 'apply(deepFreeze(before.ir), endianness)',
    replace: 'apply(before.ir, endianness)',
  },
  {
    name: 'freezes the outermost object only',
    file: 'src/deep-freeze.ts',
    find: 'stack.push(...Object.values<unknown>(next as Record<string, unknown>))',
    replace: 'stack.length = 0',
  },
  {
    name: 'compares a run with itself',
    file: 'src/checks.ts',
    find: 'print(again) !== print(after)',
    replace: 'print(again) !== print(again)',
  },
  {
    name: 'takes a copy for what it was given',
    file: 'src/checks.ts',
    find: 'after.ir === before.ir || text(after) !== text(before)',
    replace: 'text(after).length > 0',
  },
  {
    name: 'takes a copy of its output for the same',
    file: 'src/cost-checks.ts',
    find: 'again.ir !== after.ir',
    replace: 'again.ir === undefined',
  },
  {
    name: 'does not look for a pass that declines everything',
    file: 'src/checks.ts',
    find: 'taken.length >= LEAST_TAKEN * SHARE_OF',
    replace: 'taken.length >= 0',
  },
  {
    name: 'takes what no proof decides for proved',
    file: 'src/meaning-checks.ts',
    find: "if (answer.kind === 'undecided') reasons.push",
    replace: "if (answer.kind === 'undecided' && answer.reason === '') reasons.push",
  },
  {
    name: 'lets programs grow',
    file: 'src/cost-checks.ts',
    find: 'if (is > was) throw',
    replace: 'if (is > was + 9) throw',
  },
  {
    name: 'lets paths grow',
    file: 'src/cost-checks.ts',
    find: 'if (is <= was) continue',
    replace: 'if (is <= was + 9) continue',
  },
  {
    name: 'looks at what the calls of the input execute alone',
    file: 'src/cost-checks.ts',
    find: 'for (const { level, ir } of [before, after])',
    replace: 'for (const { level, ir } of [before])',
  },
  {
    name: 'counts no test of a decision',
    file: 'src/executed.ts',
    find: 'met += 1',
    replace: 'met += 0',
  },
  {
    name: 'leaves out the last edge',
    file: 'src/checks.ts',
    find: 'Object.entries(edgesOf(pass.from)).map',
    replace: 'Object.entries(edgesOf(pass.from)).slice(0, -1).map',
  },
  {
    name: 'shows words of the other byte order',
    file: 'src/explain.ts',
    find: 'wordOffset(word as Word, endianness)',
    replace: "wordOffset(word as Word, endianness === 'big' ? 'little' : 'big')",
  },
  {
    name: 'pastes a test that any verdict passes',
    file: 'src/pasted-test.ts',
    find: '.toBe(${hex(left)})',
    replace: '.not.toBe(-1)',
  },
]
