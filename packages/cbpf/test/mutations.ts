/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes # for a comment in every column',
    file: 'src/assembly-tokens.ts',
    find: '|^#[^\\n]*/my',
    replace: '|#(?= )[^\\n]*|^#[^\\n]*/my',
  },
  {
    name: 'reads on past the first end of a comment',
    file: 'src/assembly-tokens.ts',
    find: '[^]*?\\*\\/',
    replace: '[^]*\\*\\/',
  },
  {
    name: 'reads octal numbers as decimal',
    file: 'src/assembly-tokens.ts',
    find: 'Number.parseInt(text, 8)',
    replace: 'Number.parseInt(text, 10)',
  },
  {
    name: 'takes numbers of 33 bits',
    file: 'src/assembly-tokens.ts',
    find: 'value > 0xffff_ffff',
    replace: 'value > 0x1_ffff_ffff',
  },
  {
    name: 'does not turn a negated test around',
    file: 'src/assembly-statement.ts',
    find: 'then: undefined, else: takeLabel(tokens)',
    replace: 'then: takeLabel(tokens), else: undefined',
  },
  {
    name: 'takes jle for jlt',
    file: 'src/assembly-statement.ts',
    find: "['jle', { kind: 'negated', byK: BPF.JGT_K, byX: BPF.JGT_X }]",
    replace: "['jle', { kind: 'negated', byK: BPF.JGE_K, byX: BPF.JGE_X }]",
  },
  {
    name: 'takes mnemonics by case',
    file: 'src/token-reader.ts',
    find: 'return this.#ahead.text.toLowerCase()',
    replace: 'return this.#ahead.text',
  },
  {
    name: 'lets a jump go to itself',
    file: 'src/parse-assembly.ts',
    find: 'if (label.index > from)',
    replace: 'if (label.index >= from)',
  },
  {
    name: 'takes the last of two equal labels',
    file: 'src/parse-assembly.ts',
    find: 'if (first !== undefined) {',
    replace: 'if (first !== undefined && first.index < 0) {',
  },
  {
    name: 'tells what the kernel refuses one instruction late',
    file: 'src/parse-assembly.ts',
    find: 'const statement = isOp(code) ? ops.next().value : undefined',
    replace: 'const statement = ops.next().value',
  },
  {
    name: 'accepts what the kernel refuses',
    file: 'src/parse-assembly.ts',
    find: 'if (problems.size === 0) return',
    replace: 'if (problems.size < 9) return',
  },
  {
    name: 'prints the negated test for the plain one',
    file: 'src/print-assembly.ts',
    find: 'if (insn.else === label + 1)',
    replace: 'if (insn.else === label + 2)',
  },
  {
    name: 'labels what nothing jumps to',
    file: 'src/print-assembly.ts',
    find: 'targets.has(label) ? `L${label}:` :',
    replace: 'targets.size > 0 ? `L${label}:` :',
  },
  {
    name: 'lets a name end its comment',
    file: 'src/print-assembly.ts',
    find: "name.replace(/\\s+/g, ' ')",
    replace: 'name',
  },
  {
    name: 'takes a listing with a line missing',
    file: 'src/parse-listing.ts',
    find: 'Number.parseInt(number.text, 10) !== pc',
    replace: 'Number.parseInt(number.text, 10) < pc',
  },
  {
    name: 'swaps jt and jf of a listing',
    file: 'src/parse-listing.ts',
    find: 'const [code, jt, jf, k] =',
    replace: 'const [code, jf, jt, k] =',
  },
  {
    name: 'counts columns from 0',
    file: 'src/assembly-error.ts',
    find: 'offset - start + 1',
    replace: 'offset - start',
  },
  {
    name: 'takes a store for no reader of A',
    file: 'src/effect.ts',
    find: 'return { reads: A, writes: scratch(k) }',
    replace: 'return { reads: 0, writes: scratch(k) }',
  },
  {
    name: 'stores A for X',
    file: 'src/step.ts',
    find: 'registers.with(scratch, registers[REGISTER.X]!)',
    replace: 'registers.with(scratch, registers[REGISTER.A]!)',
  },
  {
    name: 'counts a number that a test excludes among the calls that reach an instruction',
    file: 'src/calls-at.ts',
    find: 'clipped(ranges, k + 1, WHOLE_WORD) : clipped(ranges, 0, k)',
    replace: 'clipped(ranges, k, WHOLE_WORD) : clipped(ranges, 0, k)',
  },
  {
    name: 'forgets the calls of one of two ways to an instruction',
    file: 'src/calls-at.ts',
    find: '...numbersOf(other.reach, arch)',
    replace: '',
  },
  {
    name: 'takes a test of some bits of the number for one of the number',
    file: 'src/calls-at.ts',
    find: 'a.mask !== WHOLE_WORD || jt === jf',
    replace: 'jt === jf',
  },
  {
    name: 'hands every caller a list of problems that one may empty',
    file: 'src/program.ts',
    find: 'Object.freeze(find(insns).map((problem) => Object.freeze(problem)))',
    replace: 'find(insns)',
  },
]
