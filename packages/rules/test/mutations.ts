/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'ends a range of numbers one early',
    file: 'src/deciding.ts',
    find: 'hi = lo - 1',
    replace: 'hi = lo - 2',
  },
  {
    name: 'lets later rules decide before earlier ones',
    file: 'src/deciding.ts',
    find: 'else list.push(rule)',
    replace: 'else list.unshift(rule)',
  },
  {
    name: 'keeps adjacent ranges apart',
    file: 'src/range.ts',
    find: 'range.lo <= domain.next(last.hi)',
    replace: 'range.lo <= last.hi',
  },
  {
    name: 'steps on in the wrong of two sets',
    file: 'src/range.ts',
    find: 'if (x.hi < y.hi) i += 1',
    replace: 'if (x.hi > y.hi) i += 1',
  },
  {
    name: 'leaves the end of a range in its complement',
    file: 'src/range.ts',
    find: 'from = hi === domain.max ? undefined : domain.next(hi)',
    replace: 'from = hi === domain.max ? undefined : hi',
  },
  {
    name: 'leaves out the first value of a range',
    file: 'src/range.ts',
    find: 'set[low]!.lo <= value',
    replace: 'set[low]!.lo < value',
  },
  {
    name: 'negates `all` to `all`',
    file: 'src/predicate.ts',
    find: 'return any(predicate.of.map(not))',
    replace: 'return all(predicate.of.map(not))',
  },
  {
    name: 'forgets the mask',
    file: 'src/predicate.ts',
    find: '(args[predicate.index] ?? 0n) & predicate.mask',
    replace: 'args[predicate.index] ?? 0n',
  },
  {
    name: 'takes the default of another arch',
    file: 'src/meaning.ts',
    find: 'return otherwise',
    replace: 'return rules.badArch',
  },
  {
    name: 'lets values be above the mask (R5)',
    file: 'src/verify.ts',
    find: 'top !== undefined && top.hi > mask',
    replace: 'top !== undefined && top.hi < 0n',
  },
  {
    name: 'cuts cells one number early',
    file: 'src/cells.ts',
    find: 'if (hi < U32.max) numbers.push(hi + 1)',
    replace: 'if (hi < U32.max) numbers.push(hi)',
  },
  {
    name: 'forgets a conflict that came before',
    file: 'src/conflicts.ts',
    find: 'others[cell] = Math.max(others[cell]!, place)',
    replace: 'others[cell] = others[cell]!',
  },
  {
    name: 'moves a rule past one that is in its way',
    file: 'src/gather.ts',
    find: 'group !== undefined && isFree(group.cells, place)',
    replace: 'group !== undefined',
  },
  {
    name: 'lists no neighbours below a range',
    file: 'src/witnesses.ts',
    find: '...(lo > domain.min ? [domain.previous(lo)] : []),',
    replace: '',
  },
  {
    name: 'takes the errno of the second of two rule sets',
    file: 'src/strictest.ts',
    find: 'strengthOf(second) < strengthOf(first) ? second : first',
    replace: 'strengthOf(second) <= strengthOf(first) ? second : first',
  },
  {
    name: 'pairs no rule with the default of the other rule set',
    file: 'src/strictest.ts',
    find: '[...rules, { when: ALWAYS, verdict: otherwise }]',
    replace: 'rules',
  },
]
