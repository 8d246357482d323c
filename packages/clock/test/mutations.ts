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
  {
    name: 'says that a call is not made whose arguments the filter allows',
    file: 'src/calls-not-made.ts',
    find: "seccompData({ nr, arch: abi === 'x86' ? AUDIT_ARCH.I386 : AUDIT_ARCH.X86_64, args })",
    replace: "seccompData({ nr, arch: abi === 'x86' ? AUDIT_ARCH.I386 : AUDIT_ARCH.X86_64 })",
  },
  {
    name: 'takes a call of x86 for one of x86_64',
    file: 'src/calls-not-made.ts',
    find: "abi === 'x86' ? AUDIT_ARCH.I386 : AUDIT_ARCH.X86_64",
    replace: 'AUDIT_ARCH.X86_64',
  },
  {
    name: 'takes a logged call for one that is not made',
    file: 'src/calls-not-made.ts',
    find: "action === 'ALLOW' || action === 'LOG'",
    replace: "action === 'ALLOW'",
  },
  {
    name: 'takes the verdict of the first filter of a stack',
    file: 'src/calls-not-made.ts',
    find: 'stackVerdict(programs.map',
    replace: 'stackVerdict(programs.slice(0, 1).map',
  },
  {
    name: 'shows progress where standard error is no terminal',
    file: 'src/progress.ts',
    find: 'if (!io.errIsTerminal)',
    replace: 'if (io === undefined)',
  },
  {
    name: 'shows each unit of progress',
    file: 'src/progress.ts',
    find: 'if (time - last < EVERY_MS) return',
    replace: 'if (time - last < 0) return',
  },
  {
    name: 'clears a line that it has not written',
    file: 'src/progress.ts',
    find: 'if (last !== -Infinity) io.err',
    replace: 'if (io !== undefined) io.err',
  },
  {
    name: 'says the time that has passed for the time left',
    file: 'src/progress.ts',
    find: '(total - done) / rate',
    replace: 'done / rate',
  },
  {
    name: 'keeps the line of a part that is done',
    file: 'src/progress.ts',
    find: '        shown?.end()\n        shown =',
    replace: '        shown =',
  },
]
