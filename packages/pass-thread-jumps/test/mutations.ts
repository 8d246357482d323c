import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'takes > for >=',
    file: 'src/known.ts',
    find: 'if (a.lo > k) return true',
    replace: 'if (a.lo >= k) return true',
  },
  {
    name: 'takes one of several bits for all of them',
    file: 'src/known.ts',
    find: 'const hasOneBit = (k & (k - 1)) === 0',
    replace: 'const hasOneBit = k !== 0',
  },
  {
    name: 'keeps the bounds of one way where two meet',
    file: 'src/known.ts',
    find: 'Math.max(a.hi, b.hi)',
    replace: 'a.hi',
  },
  {
    name: 'takes the answer for the opposite when asked again',
    file: 'src/thread-jumps.ts',
    find: '? asked.holds :',
    replace: '? !asked.holds :',
  },
  {
    name: 'moves a jump one too far',
    file: 'src/thread-jumps.ts',
    find: 'const limit = insn.label + 1 + MAX_SKIP',
    replace: 'const limit = insn.label + 2 + MAX_SKIP',
  },
  {
    name: 'brings returns of dead code to life',
    file: 'src/thread-jumps.ts',
    find: '(label) => reached[label] === true',
    replace: '(label) => label >= 0 || reached[label] === true',
  },
  {
    name: 'lets a return hide what the kernel must see written',
    file: 'src/thread-jumps.ts',
    find: "target.kind === 'ret' && !readsScratch",
    replace: "target.kind === 'ret'",
  },
  {
    name: 'merges returns of different verdicts',
    file: 'src/ends.ts',
    find: 'return `${code}:${k}`',
    replace: 'return `${code}:${k & 0xffff0000}`',
  },
]
