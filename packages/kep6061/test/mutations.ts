/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'does not lower a rule to what the other profile does',
    file: 'src/merge-call.ts',
    find: 'return { tests, verdict: isCovered ? inside : pick(inside, fallbackOf(other)) }',
    replace: 'return { tests, verdict: inside }',
  },
  {
    name: 'takes any rule nearby for one that covers',
    file: 'src/merge-call.ts',
    find: 'near.some((each) => isPartOf(each.tests, tests))',
    replace: 'near.length > 0',
  },
  {
    name: 'forgets the pairs',
    file: 'src/merge-call.ts',
    find: '    ...pairs(first, second),\n',
    replace: '',
  },
  {
    name: 'takes the weaker result of a pair',
    file: 'src/merge-call.ts',
    find: 'stricter(one.verdict, other.verdict)',
    replace: 'one.verdict',
  },
  {
    name: 'takes two rules for safe',
    file: 'src/call-rules.ts',
    find: 'if (clauses.length <= 1) return true',
    replace: 'if (clauses.length <= 2) return true',
  },
  {
    name: 'compares values by all bits',
    file: 'src/call-rules.ts',
    find: 'new Set(tests.map(({ value }) => value & LOW_WORD))',
    replace: 'new Set(tests.map(({ value }) => value))',
  },
  {
    name: 'writes one condition of two that differ',
    file: 'src/conditions.ts',
    find: 'if (differ) return undefined',
    replace: '',
  },
  {
    name: 'takes neighbours for disjoint',
    file: 'src/conditions.ts',
    find: '(one[1] < other[0] || other[1] < one[0])',
    replace: '(one[1] <= other[0] || other[1] < one[0])',
  },
  {
    name: 'keeps an architecture that one input has',
    file: 'src/merge.ts',
    find: 'others.every((list) => list.includes(token))',
    replace: 'others.length > 0 || others.every((list) => list.includes(token))',
  },
  {
    name: 'takes the listener of an artifact',
    file: 'src/merge.ts',
    find: 'if (profiles.length > 1) checkArtifactInput(profiles.at(-1)!)',
    replace: '',
  },
  {
    name: 'keeps a flag that one input has',
    file: 'src/merge.ts',
    find: 'return inputs.every(({ flags }) => flags.includes(flag))',
    replace: 'return inputs.some(({ flags }) => flags.includes(flag))',
  },
  {
    name: 'keeps a 32-bit ABI beside wide conditions',
    file: 'src/merge.ts',
    find: 'whole.wide.size === 0 || isNarrow(native) ? []',
    replace: 'whole.wide.size >= 0 ? []',
  },
  {
    name: 'takes every result for sound on the path of a multiplexer',
    file: 'src/multiplexed.ts',
    find: 'paths.every((input) => isWithin(path, input))',
    replace: 'true',
  },
  {
    name: 'has the rule for a whole multiplexer where its name stands',
    file: 'src/profile-text.ts',
    find: 'Number(isFirst(b)) - Number(isFirst(a)) || ',
    replace: '',
  },
]
