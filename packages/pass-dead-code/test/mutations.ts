import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'keeps a jump to the next instruction',
    file: 'src/dead-code.ts',
    find: '!isReached || (heir !== undefined && heir === next)',
    replace: '!isReached',
  },
  {
    name: 'removes jumps over living code',
    file: 'src/dead-code.ts',
    find: 'heir !== undefined && heir === next',
    replace: 'heir !== undefined',
  },
  {
    name: 'takes a removed jump for a place',
    file: 'src/dead-code.ts',
    find: 'if (isReached) heirs.set(insn.label, heir!)',
    replace: 'if (isReached) heirs.set(insn.label, insn.label)',
  },
  {
    name: 'keeps dead code',
    file: 'src/dead-code.ts',
    find: '=== true\n',
    replace: '!== undefined\n',
  },
  {
    name: 'does not ask whether the kernel takes the result',
    file: 'src/dead-code.ts',
    find: 'verify(shorter).length === 0 ? shorter : program',
    replace: 'verify(shorter).length >= 0 ? shorter : program',
  },
]
