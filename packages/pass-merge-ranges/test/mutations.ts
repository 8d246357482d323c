import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'joins rules with different verdicts',
    file: 'src/merge-ranges.ts',
    find: '`${verdict} ${predicateKey(when)}`',
    replace: '`${verdict & 0} ${predicateKey(when)}`',
  },
  {
    name: 'joins rules under different conditions',
    file: 'src/merge-ranges.ts',
    find: '`${verdict} ${predicateKey(when)}`',
    replace: '`${verdict} ${predicateKey(when).length}`',
  },
  {
    name: 'forgets the numbers of the last rule',
    file: 'src/merge-ranges.ts',
    find: 'const numbers = group.flatMap(',
    replace: 'const numbers = group.slice(0, -1).flatMap(',
  },
  {
    name: 'joins rules whatever stands between',
    file: 'src/merge-ranges.ts',
    find: 'gather(section.rules, verdictAndCondition, join)',
    replace: `[...new Set(section.rules.map(verdictAndCondition))].map((key) =>
        join(section.rules.filter((rule) => verdictAndCondition(rule) === key)),
      )`,
  },
]
