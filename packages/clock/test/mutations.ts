/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'runs one filter always before the other',
    file: 'src/rounds.ts',
    find: 'for (let i = count - 1; i > 0; i--) {',
    replace: 'for (let i = 0; i > 0; i--) {',
  },
  {
    name: 'leaves a return of A as it is, and makes the call',
    file: 'src/variants.ts',
    find: 'insn.code === BPF.RET_K || insn.code === BPF.RET_A ? ret : insn',
    replace: 'insn.code === BPF.RET_K ? ret : insn',
  },
  {
    name: 'answers by the first filter of a stack, which forbids the others',
    file: 'src/variants.ts',
    find: 'i === programs.length - 1 ? ANSWER : PASS',
    replace: 'ANSWER',
  },
  {
    name: 'measures the bitmap where it is to be defeated',
    file: 'src/variants.ts',
    find: 'return [TAX, ...program]',
    replace: 'return [...program]',
  },
  {
    name: 'makes a sequence if one call of it changes nothing',
    file: 'src/subject.ts',
    find: 'calls.every(({ nr }) => numbers.has(nr))',
    replace: 'calls.some(({ nr }) => numbers.has(nr))',
  },
  {
    name: 'takes numbers of x86 for those of x86_64',
    file: 'src/subject.ts',
    find: 'numberOf(abiTable(abi), name)',
    replace: "numberOf(abiTable('x86_64'), name)",
  },
  {
    name: 'takes the highest for the median',
    file: 'src/quantiles.ts',
    find: 'median: at(0.5)',
    replace: 'median: at(1)',
  },
]
