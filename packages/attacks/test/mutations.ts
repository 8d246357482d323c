/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes a call that a listener decides for refused',
    file: 'src/judge/clause-answer.ts',
    find: '!letsRun(verdict) && !refuses(verdict)',
    replace: 'letsRun(verdict) && refuses(verdict)',
  },
  {
    name: 'takes a call that a listener decides for open',
    file: 'src/judge/clause-answer.ts',
    find: 'serving(route, inquiry, letsRun)',
    replace: 'serving(route, inquiry, (verdict) => !refuses(verdict))',
  },
  {
    name: 'takes a clause for needed although the process has the capability',
    file: 'src/judge/clause-answer.ts',
    find: 'caps.includes(replacedBy)',
    replace: 'caps.length > 99',
  },
  {
    name: 'takes one refused part of any for enough',
    file: 'src/judge/combine.ts',
    find: "answers.find(isOf('not-stopped')) ?? answers.find(isOf('not-decided'))\n  if (open",
    replace: "answers.find(isOf('stopped')) ?? answers.find(isOf('not-stopped'))\n  if (open",
  },
  {
    name: 'names stops that hold a smaller one',
    file: 'src/judge/combine.ts',
    find: '(other.length < stop.length || i < at)',
    replace: 'i < -at',
  },
  {
    name: 'takes the best verdict of the machines',
    file: 'src/judge/judge-attacks.ts',
    find: 'ATTACK_VERDICTS.find((each)',
    replace: 'ATTACK_VERDICTS.toReversed().find((each)',
  },
  {
    name: 'enters a user namespace by flags of setns that have the kind alone',
    file: 'src/parts/user-namespace.ts',
    find: 'any(flags.eq(0), flags.hasAny(CLONE_NEWUSER))',
    replace: 'any(flags.eq(CLONE_NEWUSER), flags.hasAny(CLONE_NEWUSER))',
  },
  {
    name: 'compares the flags of a socket with its type',
    file: 'src/parts/socket.ts',
    find: 'args.type.masked(TYPE_BITS).eq(type)',
    replace: 'args.type.eq(type)',
  },
  {
    name: 'forgets the second sendfile of 32-bit programs',
    file: 'src/records/cve-2022-0847.ts',
    find: ", call('sendfile64')",
    replace: '',
  },
  {
    name: 'takes the flags of a futex for another operation',
    file: 'src/parts/futex.ts',
    find: 'const FUTEX_CMD_MASK = 0xfffffe7f',
    replace: 'const FUTEX_CMD_MASK = 0xffffffff',
  },
]
