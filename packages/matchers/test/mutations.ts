/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'lets a test with not pass where nothing is decided',
    file: 'src/answer.ts',
    find: "holds === 'neither' ? isNot :",
    replace: "holds === 'neither' ? false :",
  },
  {
    name: 'lets a test pass that is about no call',
    file: 'src/ask-calls.ts',
    find: 'routedCalls(inquiry, () => true, own).length === 0',
    replace: 'own.length === 0',
  },
  {
    name: 'asks for one route to calls that must be refused',
    file: 'src/ask-calls.ts',
    find: '[own, every] : [every, own]',
    replace: '[own, own] : [own, own]',
  },
  {
    name: 'forgets the multiplexer of IPC',
    file: 'src/ask-calls.ts',
    find: " || by === 'ipc'",
    replace: '',
  },
  {
    name: 'does not say that a filter is not asked about a call',
    file: 'src/ask-calls.ts',
    find: 'anyway !== undefined && !isAllowed',
    replace: 'anyway !== undefined && isAllowed',
  },
  {
    name: 'compares filters of two byte orders',
    file: 'src/compare.ts',
    find: 'first.endianness !== second.endianness',
    replace: 'first === second',
  },
  {
    name: 'takes the most instructions for one too many',
    file: 'src/fits-in.ts',
    find: 'insns <= most',
    replace: 'insns < most',
  },
  {
    name: 'lets a filter fit that is too long for the kernel',
    file: 'src/fits-in.ts',
    find: ' && !isTooLong ?',
    replace: ' ?',
  },
  {
    name: 'forgets what is worse than the severity',
    file: 'src/has-findings.ts',
    find: "medium: ['medium', 'high']",
    replace: "medium: ['medium']",
  },
  {
    name: 'takes a rule that is not decided as without findings',
    file: 'src/has-findings.ts',
    find: "unknown.length > 0 ? 'neither' : 'yes'",
    replace: "'yes'",
  },
  {
    name: 'counts findings that are accepted',
    file: 'src/has-findings.ts',
    find: ' && !except.includes(each.name)',
    replace: '',
  },
  {
    name: 'refuses a span of one kernel',
    file: 'src/route-options.ts',
    find: '!isAtLeast(newest, oldest)',
    replace: 'isAtLeast(oldest, newest)',
  },
  {
    name: 'asks about kernels before 5.4',
    file: 'src/route-options.ts',
    find: "from: '5.4'",
    replace: "from: '4.4'",
  },
  {
    name: 'forgets the first kernel that runs a call anyway',
    file: 'src/run-anyway.ts',
    find: 'minor: 14',
    replace: 'minor: 15',
  },
  {
    name: 'takes calls of every ABI for those of x86_64',
    file: 'src/run-anyway.ts',
    find: "abi.token === 'x86_64' && ",
    replace: '',
  },
  {
    name: 'takes an attack that no call makes as stopped',
    file: 'src/stops-attack.ts',
    find: "needs.kind === 'no-call' ? 'neither' : 'yes'",
    replace: "'yes'",
  },
  {
    name: 'prefers the capabilities of the policy to those of the target',
    file: 'src/stops-attack.ts',
    find: 'caps ?? target?.caps ?? policy?.caps',
    replace: 'caps ?? policy?.caps ?? target?.caps',
  },
  {
    name: 'reads every program for one byte order',
    file: 'src/filter-of.ts',
    find: 'usualAbi(testedOrder(program))',
    replace: "usualAbi('little')",
  },
  {
    name: 'lets a stack fit of which one filter is too long',
    file: 'src/program-length.ts',
    find: 'lengths.some(({ isTooLong }) => isTooLong)',
    replace: 'lengths.every(({ isTooLong }) => isTooLong)',
  },
  {
    name: 'reads bytes in another order than that of the ABIs',
    file: 'src/filter-of.ts',
    find: "little.kind === 'other-order' && abis === undefined",
    replace: "little.kind === 'other-order'",
  },
]
