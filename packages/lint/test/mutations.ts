/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes any call of an untested arch for a gap',
    file: 'src/calls/open-abi.ts',
    find: '!hasOwnArch || runsAnywhere(looked, runs)',
    replace: 'hasOwnArch || !hasOwnArch',
  },
  {
    name: 'tells of two ABIs that are open to each other twice',
    file: 'src/calls/open-abi.ts',
    find: 'isExamined && placeOf(other) < placeOf(on)',
    replace: 'false',
  },
  {
    name: 'takes x32 for untested where it is examined',
    file: 'src/calls/open-abi.ts',
    find: '{ arch: NO_ARCH }) === undefined : isExamined',
    replace: '{ arch: NO_ARCH }) === undefined : false',
  },
  {
    name: 'takes an ABI that refuses something for open',
    file: 'src/calls/open-abi.ts',
    find: 'if (isWholeOpen) return { runs, refused }',
    replace: 'return { runs, refused }',
  },
  {
    name: 'counts no call that is refused for some arguments',
    file: 'src/calls/open-abi.ts',
    find: 'const refused = on.call(name, stops)',
    replace: 'const refused = on.runs(name) === undefined ? on.call(name, stops) : undefined',
  },
  {
    name: 'says what a warning about an ABI has said',
    file: 'src/lint.ts',
    find: 'ABOUT_ABIS.includes(finding.name)',
    replace: 'false',
  },
  {
    name: 'tells lists apart by a call that is newer than all',
    file: 'src/examine/examined.ts',
    find: 'let nr = newest\n',
    replace: 'let nr = newest + 1\n',
  },
  {
    name: 'finds fault with a list of families',
    file: 'src/rules/socket-family-open.ts',
    find: 'const isList = isRefused(NO_FAMILY)',
    replace: 'const isList = isRefused(NO_FAMILY) && !isRefused(NO_FAMILY)',
  },
  {
    name: 'takes a range of families for a list',
    file: 'src/rules/socket-family-open.ts',
    find: 'isList && (isRefused(value - 1n) || isRefused(value + 1n))',
    replace: 'isList',
  },
  {
    name: 'says what width-gap says',
    file: 'src/rules/socket-family-open.ts',
    find: '[{ lo: value, hi: value }])',
    replace: '[{ lo: value, hi: value }], 0xffff_ffffn)',
  },
  {
    name: 'finds fault with what may mount',
    file: 'src/rules/socket-family-open.ts',
    find: " || on.runs('mount') !== undefined",
    replace: '',
  },
  {
    name: 'counts operations that the kernel lacks',
    file: 'src/rules/io-uring-open.ts',
    find: 'ringOperations(looked.kernels)',
    replace: 'ringOperations({})',
  },
  {
    name: 'counts a call of which a variant runs',
    file: 'src/rules/io-uring-open.ts',
    find: 'on.refused(name) !== undefined && !isOpenAnyway(on, name)',
    replace: 'on.refused(name) !== undefined',
  },
  {
    name: 'believes in polling threads for all in Linux 5.12',
    file: 'src/rules/io-uring-open.ts',
    find: '{ major: 5, minor: 13 }',
    replace: '{ major: 5, minor: 12 }',
  },
  {
    name: 'takes ENOSYS for a refusal',
    file: 'src/rules/sibling-open.ts',
    find: 'refuses(verdict) && (isThere || !isEnosys(',
    replace: 'refuses(verdict) || (isThere || !isEnosys(',
  },
  {
    name: 'takes ENOSYS for some arguments for no refusal',
    file: 'src/rules/sibling-open.ts',
    find: 'isThere || ',
    replace: '',
  },
  {
    name: 'is content with one known call',
    file: 'src/rules/sibling-open.ts',
    find: ' || refused.includes(undefined)',
    replace: '',
  },
  {
    name: 'takes a call that a list leaves out for one that is refused on purpose',
    file: 'src/rules/sibling-open.ts',
    find: "meant.includes(on.isAllowList ? 'allow-list' : 'deny-list')",
    replace: "meant.includes('deny-list')",
  },
  {
    name: 'forgets what a call needs as well',
    file: 'src/rules/sibling-open.ts',
    find: 'if (needed !== undefined && !needed.some',
    replace: 'if (needed === undefined && !needed!.some',
  },
  {
    name: 'forgets the capability that a call needs',
    file: 'src/rules/sibling-open.ts',
    find: ' || (cap !== undefined && !looked.caps.includes(cap))',
    replace: '',
  },
  {
    name: 'says each kind of namespace again',
    file: 'src/rules/sibling-open.ts',
    find: 'told.add(topic)',
    replace: 'told.add(does)',
  },
  {
    name: 'finds ptrace on Linux 4.8',
    file: 'src/rules/ptrace-before.ts',
    find: '{ major: 4, minor: 8 }',
    replace: '{ major: 4, minor: 9 }',
  },
  {
    name: 'finds ptrace under a filter that refuses nothing',
    file: 'src/rules/ptrace-before.ts',
    find: 'if (refused === undefined) return',
    replace: 'if (refused !== refused) return',
  },
  {
    name: 'counts calls that a capability allows',
    file: 'src/calls/dangerous-calls.ts',
    find: ' || looked.caps.some((cap) => caps.includes(cap))',
    replace: '',
  },
  {
    name: 'counts calls that the kernel lacks',
    file: 'src/calls/dangerous-calls.ts',
    find: 'hasCall(on.abi, name, looked.kernels)',
    replace: 'hasCall(on.abi, name, {})',
  },
  {
    name: 'looks at lists of what may not run',
    file: 'src/calls/dangerous-calls.ts',
    find: 'if (!on.isAllowList || ',
    replace: 'if (',
  },
  {
    name: 'says what variant-gap says',
    file: 'src/rules/sibling-open.ts',
    find: 'if (on.isAllowList || args !== undefined) return false',
    replace: 'if (on.has(name)) return false',
  },
  {
    name: 'cries wolf on lists that are not about terminals',
    file: 'src/rules/tty-injection.ts',
    find: 'isAllowList || requests',
    replace: 'true || requests',
  },
  {
    name: 'counts high words that no process chooses',
    file: 'src/rules/width-gap.ts',
    find: 'const low = isWhole ? undefined',
    replace: 'const low = isWhole || name !== undefined ? undefined',
  },
  {
    name: 'shows a register that holds no argument as a value',
    file: 'src/examine/shown-text.ts',
    find: '`args[${index}]=${numeral(value)}`',
    replace: 'numeral(value)',
  },
  {
    name: 'shows a part of a finding by a call of another ABI',
    file: 'src/finding-parts.ts',
    find: 'places.map((at) => sidesOf(sides[at] ?? {}))',
    replace: 'places.map(() => sidesOf(sides[0] ?? {}))',
  },
  {
    name: 'looks for a number of another ABI that the filter refuses',
    file: 'src/calls/foreign-number.ts',
    find: '.find((each) => letsRun(inquiry.verdict(each)))',
    replace: '.find((each) => letsRun(inquiry.verdict(each)) || numbers.length > 0)',
  },
  {
    name: 'finds numbers of another ABI for calls that the kernel lacks',
    file: 'src/calls/foreign-number.ts',
    find: ' || !hasCall(abi, name, kernels)',
    replace: '',
  },
  {
    name: 'takes foreign numbers with any arguments',
    file: 'src/calls/foreign-number.ts',
    find: 'seccompData({ ...refused.data, nr })',
    replace: 'seccompData({ arch: abi.auditArch, nr })',
  },
]
