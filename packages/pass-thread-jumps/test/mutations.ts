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
    file: 'src/returns.ts',
    find: "insn.kind !== 'ret' || reached[pc] !== true",
    replace: "insn.kind !== 'ret'",
  },
  {
    name: 'takes a return that stands before the jump',
    file: 'src/returns.ts',
    find: 'pc > from && pc <= limit',
    replace: 'pc <= limit',
  },
  {
    name: 'chooses a return anew for every jump',
    file: 'src/returns.ts',
    find: 'chosen !== undefined && inReach(chosen)',
    replace: 'chosen === -1',
  },
  {
    name: 'passes over returns that stay anyway',
    file: 'src/returns.ts',
    find: 'fixed.findLast(inReach)',
    replace: 'fixed.findLast(() => false)',
  },
  {
    name: 'does not ask whether the kernel takes the result',
    file: 'src/thread-jumps.ts',
    find: 'verify(threaded).length === 0',
    replace: 'verify(threaded).length >= 0',
  },
  {
    name: 'merges returns of different verdicts',
    file: 'src/returns.ts',
    find: 'return code * 2 ** 32 + k',
    replace: 'return code * 2 ** 32 + (k & 0xffff0000)',
  },
]
