/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'compares signed where a test is unsigned',
    file: 'src/generate.ts',
    find: 'return `a > ${k}`',
    replace: 'return `(a | 0) > (${k} | 0)`',
  },
  {
    name: 'forgets the steps of a region that is left',
    file: 'src/generate.ts',
    find: 'this.#lines.push(`s += ${steps}; break',
    replace: 'this.#lines.push(`break',
  },
  {
    name: 'does not hand X to the next chunk',
    file: 'src/generate.ts',
    find: '`s + ${steps}`, ...registers]',
    replace: "`s + ${steps}`, ...registers.map((name) => (name === 'x' ? 0 : name))]",
  },
  {
    name: 'enters every chunk at its first region',
    file: 'src/generate.ts',
    find: 'if (others.length === 0) return []',
    replace: 'if (others.length >= 0) return []',
  },
  {
    name: 'negates the test of the wrong way',
    file: 'src/generate.ts',
    find: 'this.#go(pc, swap ? otherwise : then!',
    replace: 'this.#go(pc, swap ? then! : otherwise',
  },
  {
    name: 'lets a region go on where two ways meet',
    file: 'src/generate.ts',
    find: 'this.#entries[to] === 1 && ',
    replace: 'this.#entries[to]! >= 1 && depth === 0 && ',
  },
  {
    name: 'nests without end',
    file: 'src/generate.ts',
    find: ' && depth <= MAX_DEPTH',
    replace: '',
  },
  {
    name: 'generates code for what the kernel refuses',
    file: 'src/evaluator.ts',
    find: 'if (problems.length > 0) throw',
    replace: 'if (problems.length > 9) throw',
  },
  {
    name: 'puts text into the code',
    file: 'src/evaluator.ts',
    find: 'const checked = program(insns)',
    replace: 'const checked = insns',
  },
  {
    name: 'gives up where code from strings is forbidden',
    file: 'src/evaluator.ts',
    find: 'if (isForbidden(error)) return undefined',
    replace: '',
  },
  {
    name: 'divides by an X of 0',
    file: 'src/execute.ts',
    find: 'if (x === 0) {',
    replace: 'if (x === 1 && x === 0) {',
  },
  {
    name: 'takes the halves of a field for each other on big endian',
    file: 'src/execute.ts',
    find: 'words[slot < 2 ? slot : slot ^ swap]',
    replace: 'words[slot]',
  },
  {
    name: 'lets the number after a test of it run as the number itself',
    file: 'src/number-runs.ts',
    find: 'placeOf(numbers, most + 1, from, end)',
    replace: 'placeOf(numbers, most + 2, from, end)',
  },
  {
    name: 'takes every word for 0 where calls run together',
    file: 'src/number-runs.ts',
    find: 'goOn(group, 0, arch, first, end)',
    replace: 'goOn(group, 0, 0, first, end)',
  },
  {
    name: 'counts a number with those before a test',
    file: 'src/number-range.ts',
    find: 'return nr <= k ? k : LAST',
    replace: 'return nr <= k ? k + 1 : LAST',
  },
  {
    name: 'takes a constant above that of a test for equal',
    file: 'src/number-runs.ts',
    find: 'a >= least && a <= most ? jt : jf',
    replace: 'a >= least ? jt : jf',
  },
  {
    name: 'counts a number as the one before it, which a test singles out',
    file: 'src/number-range.ts',
    find: 'if (nr === k) return nr',
    replace: 'if (nr === k) return nr + 1',
  },
  {
    name: 'takes all numbers for one under a mask',
    file: 'src/number-range.ts',
    find: 'case BPF.JA:',
    replace: 'case BPF.JA: case BPF.AND_K:',
  },
]
