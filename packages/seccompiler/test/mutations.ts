/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'compares whole words where 32 bits are asked',
    file: 'src/condition.ts',
    find: 'return masked(compared, compared.mask & LOW, value)',
    replace: 'return masked(compared, compared.mask, value)',
  },
  {
    name: 'takes the highest value out of an order',
    file: 'src/condition.ts',
    find: 'return between(compared, value, LOW)',
    replace: 'return between(compared, value + 1n, LOW)',
  },
  {
    name: 'keeps a rule that the backend drops',
    file: 'src/filter.ts',
    find: 'if (isConditional(rule) || !conditional.has(name)) return [rule]',
    replace: 'return [rule]',
  },
  {
    name: 'kills no other architecture',
    file: 'src/dialect.ts',
    find: 'badArch: KILL_PROCESS',
    replace: 'badArch: KILL_THREAD',
  },
  {
    name: 'is not for x32 beside x86_64',
    file: 'src/filter.ts',
    find: "sub: ['x32'] }",
    replace: 'sub: [] }',
  },
  {
    name: 'prefers the more frequent verdict to one that refuses',
    file: 'src/write.ts',
    find: '(refuses(otherwise) ? 0 : Number(refuses(b)) - Number(refuses(a))) ||',
    replace: '0 ||',
  },
  {
    name: 'leaves a lost call to the default',
    file: 'src/write.ts',
    find: 'return stricterIsMatch ? [[]] : []',
    replace: 'return []',
  },
  {
    name: 'names no loss of other ABIs',
    file: 'src/write.ts',
    find: '...abiLosses(rules, others.filter(isApart), killed),',
    replace: '',
  },
  {
    name: 'writes a range without its lower end',
    file: 'src/alternatives.ts',
    find: "...(lo === 0n ? [] : [{ op: 'GE', index, value: lo } as const]),",
    replace: '',
  },
]
