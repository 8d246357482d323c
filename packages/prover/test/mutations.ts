/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'loses a range that begins where a block of values ends',
    file: 'src/from-rules.ts',
    find: 'ranges[to]!.lo > end',
    replace: 'ranges[to]!.lo >= end',
  },
  {
    name: 'looks at the high word through the mask of the low one',
    file: 'src/from-rules.ts',
    find: 'mask: Number(mask >> 32n)',
    replace: 'mask: Number(mask & 0xffff_ffffn)',
  },
  {
    name: 'joins tests under different masks',
    file: 'src/from-rules.ts',
    find: '`${when.index} ${when.mask}`',
    replace: '`${when.index}`',
  },
  {
    name: 'joins neighbours whose verdicts differ',
    file: 'src/from-rules.ts',
    find: 'run?.[0].verdict === rule.verdict',
    replace: 'run !== undefined',
  },
  {
    name: 'cuts a range short that another lies in',
    file: 'src/from-rules.ts',
    find: 'hi: Math.max(last.hi, hi)',
    replace: 'hi',
  },
  {
    name: 'takes `gt` of a decision for `ge`',
    file: 'src/from-decision.ts',
    find: 'wordAtLeast(store, place, mask, k + 1)',
    replace: 'wordAtLeast(store, place, mask, k)',
  },
  {
    name: 'goes on where a division by 0 returns',
    file: 'src/from-program.ts',
    find: "if (code !== BPF.DIV_X) return { kind: 'next', to }",
    replace: "if (code > 0) return { kind: 'next', to }",
  },
  {
    name: 'takes `jgt` for `jlt`',
    file: 'src/from-program.ts',
    find: 'store.ite(math.atLeast(b, a), store.never, store.always)',
    replace: 'store.ite(math.atLeast(a, b), store.never, store.always)',
  },
  {
    name: 'shifts by four bits of X',
    file: 'src/bit-vector.ts',
    find: '[0, 1, 2, 3, 4].reduce',
    replace: '[0, 1, 2, 3].reduce',
  },
  {
    name: 'loses a carry',
    file: 'src/bit-vector.ts',
    find: 'carry = ite(half, carry, x)',
    replace: 'carry = ite(half, never, x)',
  },
  {
    name: 'lets the newer of two verdicts win, however weak it is',
    file: 'src/strength.ts',
    find: 'strengthOf(older) < strengthOf(newer) ? older : newer',
    replace: 'newer',
  },
  {
    name: 'asks about all calls',
    file: 'src/prove.ts',
    find: '[asked.confine(a, asked.store.never), asked.confine(b, asked.store.never)]',
    replace: '[a, b]',
  },
  {
    name: 'gives one digest to all verdicts',
    file: 'src/digest.ts',
    find: 'words.push(-1, store.valueOf(node) | 0, 0)',
    replace: 'words.push(-1, 0, 0)',
  },
  {
    name: 'lists numbers that are not asked about',
    file: 'src/read-sections.ts',
    find: 'intersection([{ lo, hi }], clip)',
    replace: '[{ lo, hi }]',
  },
]
