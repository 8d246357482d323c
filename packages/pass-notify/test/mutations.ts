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
    find: 'tailOf(true, [ERRNO, LOG], make)',
    replace: 'tailOf(true, [ERRNO], make)',
  },
  {
    name: 'forgets the other ABIs of the machine',
    file: 'src/notified-verdict.ts',
    find: '[abi, ...otherAbisOf(abi)]',
    replace: '[abi]',
  },
  {
    name: 'lets the supervisor kill for execveat',
    file: 'src/watched-program.ts',
    find: "isEnding(verdict) ? 'rest' : 'answer'",
    replace: "'answer'",
  },
  {
    name: 'lets the supervisor kill for execveat with some arguments',
    file: 'src/watched-program.ts',
    find: "mayEnd ? 'copy' : 'answer'",
    replace: "'answer'",
  },
  {
    name: 'leaves the execve of the launcher to the kernel',
    file: 'src/notified-verdict.ts',
    find: ' && !(arch === table.auditArch && nr === launcher)',
    replace: '',
  },
  {
    name: 'lets an execveat that is allowed pass where another one is killed for',
    file: 'src/watched-program.ts',
    find: 'tailOf(true, [ERRNO, LOG, ALLOW], make)',
    replace: 'tailOf(true, [ERRNO, LOG], make)',
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
