import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'forgets the A of the entry',
    file: 'src/watched-program.ts',
    find: '...(readsEntry ? [make.op(BPF.AND_K, 0)] : []), ',
    replace: '',
  },
  {
    name: 'restores A by an instruction that the bitmap does not know',
    file: 'src/watched-program.ts',
    find: 'make.op(BPF.AND_K, 0)] : []',
    replace: 'make.op(BPF.LD_IMM, 0)] : []',
  },
  {
    name: 'returns the action alone for A',
    file: 'src/watched-program.ts',
    find: 'make.op(BPF.TXA)',
    replace: 'make.op(BPF.AND_K, 0xffff_ffff)',
  },
  {
    name: 'lets a logged A pass',
    file: 'src/watched-program.ts',
    find: 'make.jeq(SECCOMP_RET.LOG, notify.label, keep.label, second)',
    replace: 'make.jeq(SECCOMP_RET.LOG, keep.label, keep.label, second)',
  },
  {
    name: 'forgets the other ABIs of the machine',
    file: 'src/notified-verdict.ts',
    find: '[abi, ...otherAbisOf(abi)]',
    replace: '[abi]',
  },
  {
    name: 'does not notify what is logged',
    file: 'src/notified-verdict.ts',
    find: "action === 'ERRNO' || action === 'LOG'",
    replace: "action === 'ERRNO'",
  },
  {
    name: 'does not ask whether A is ever TRACE',
    file: 'src/watched-program.ts',
    find: 'found === undefined ? undefined : declined(found.verdict)',
    replace: 'undefined',
  },
]
