/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'forgets that arguments decide a cell',
    file: 'src/weighed.ts',
    find: "if (!isDecided(to)) return 'ask'",
    replace: "if (!isDecided(to)) return 'deny'",
  },
  {
    name: 'lets an atom of no section reach into the next arch',
    file: 'src/weighed.ts',
    find: 'hi: arch - 1,',
    replace: 'hi: arch,',
  },
  {
    name: 'takes the architectures in the order of their sections',
    file: 'src/weighed.ts',
    find: 'of [...arches].sort((a, b) => a.arch - b.arch))',
    replace: 'of [...arches])',
  },
  {
    name: 'lacks the last value of arch',
    file: 'src/weighed.ts',
    find: 'if (from <= U32.max)',
    replace: 'if (from < U32.max)',
  },
  {
    name: 'leaves neighbours with one continuation apart',
    file: 'src/weighed.ts',
    find: 'return mergeCells(atomsOfArches(arches, otherwise))',
    replace: 'return atomsOfArches(arches, otherwise)',
  },
  {
    name: 'drops a section that decides some of its calls',
    file: 'src/weighed.ts',
    find: 'cells.every(({ to }) => to === badArch)',
    replace: 'cells.some(({ to }) => to === badArch)',
  },
  {
    name: 'takes the first of equal sections for the lightest',
    file: 'src/weighed.ts',
    find: '(1 - place * LATER)',
    replace: '(1 + place * LATER)',
  },
  {
    name: 'weighs a section by its heaviest cell',
    file: 'src/weighed.ts',
    find: '=> sum + own, 0)',
    replace: '=> Math.max(sum, own), 0)',
  },
]
