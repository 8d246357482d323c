import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'forgets which rules have to follow others',
    file: 'src/sort.ts',
    find: 'Math.max(at, before.last(cell, verdict))',
    replace: 'Math.max(at, cell < 0 ? before.last(cell, verdict) : at)',
  },
  {
    name: 'notes a rule at its lowest number, not at its place',
    file: 'src/sort.ts',
    find: 'before.note(cell, verdict, place)',
    replace: 'before.note(cell, verdict, numbers[0]!.lo)',
  },
  {
    name: 'looks at the first cell of a rule only',
    file: 'src/sort.ts',
    find: 'const place = cells.reduce(',
    replace: 'const place = cells.slice(0, 1).reduce(',
  },
  {
    name: 'turns the order of equal places around',
    file: 'src/sort.ts',
    find: 'order.sort((a, b) => a.place - b.place)',
    replace: 'order.reverse().sort((a, b) => a.place - b.place)',
  },
  {
    name: 'sorts places as text',
    file: 'src/sort.ts',
    find: 'order.sort((a, b) => a.place - b.place)',
    replace: 'order.sort((a, b) => (String(a.place) < String(b.place) ? -1 : 1))',
  },
]
