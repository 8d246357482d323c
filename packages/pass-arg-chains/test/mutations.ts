import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'joins rules with different numbers',
    file: 'src/arg-chains.ts',
    find: '`${verdict} ${ranges.join()} ',
    replace: '`${verdict} ${ranges.length} ',
  },
  {
    name: 'takes a set for a subcube that lacks its last value',
    file: 'src/subcubes.ts',
    find: 'if (!subcube.values.every((value)',
    replace: 'if (!subcube.values.slice(0, -1).every((value)',
  },
  {
    name: 'forgets what subcubes leave',
    file: 'src/cover.ts',
    find: 'if (rest.length > 0) parts.push(',
    replace: 'if (rest.length > 1) parts.push(',
  },
  {
    name: 'forgets the high word of a split set',
    file: 'src/split.ts',
    find: 'return all([argument(index, [{ lo: high, hi: high }], highMask), parts])',
    replace: 'return highMask === 0n ? undefined : parts',
  },
  {
    name: 'intersects where it has to unite',
    file: 'src/simplify.ts',
    find: "const values = kind === 'all' ?",
    replace: "const values = kind === 'any' ?",
  },
  {
    name: 'keeps the wrong part of two that imply each other',
    file: 'src/simplify.ts',
    find: "kind === 'any' ? implies(part, other) : implies(other, part)",
    replace: "kind === 'all' ? implies(part, other) : implies(other, part)",
  },
  {
    name: 'looks at bits that a condition does not know',
    file: 'src/implies.ts',
    find: 'if ((b.mask & ~a.mask) !== 0n) return false',
    replace: 'if ((a.mask & ~b.mask) === 0n) return false',
  },
  {
    name: 'drops the values below a bit that the mask has not',
    file: 'src/possible-values.ts',
    find: 'return (value | onesUpTo(value & ~mask)) & mask',
    replace: 'return value & mask',
  },
]
