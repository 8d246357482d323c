/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'forgets the calls of @default',
    file: 'src/call-list.ts',
    find: 'if (this.#isAllowList && this.#options.isFilter)',
    replace: 'if (this.#isAllowList && !this.#options.isFilter)',
  },
  {
    name: 'keeps a call that a later line takes off',
    file: 'src/call-list.ts',
    find: 'else this.#calls.delete(name)',
    replace: 'else if (action !== undefined) this.#calls.delete(name)',
  },
  {
    name: 'keeps the lines before an empty one',
    file: 'src/call-list.ts',
    find: '      this.#calls = new Map()\n      return',
    replace: '      return',
  },
  {
    name: 'refuses a write that a list does not name',
    file: 'src/parse.ts',
    find: "if (before === undefined) calls.set('write', { name: 'write', action: undefined, source: first.source })",
    replace: '',
  },
  {
    name: 'does not take off what @default implies',
    file: 'src/write.ts',
    find: '[...off, ...refused.map(',
    replace: '[...refused.map(',
  },
  {
    name: 'writes a line for write',
    file: 'src/write.ts',
    find: "if (!runs(verdicts.get('write') ?? ALLOW)) verdicts.delete('write')",
    replace: '',
  },
  {
    name: 'takes a multiplexer for one that decides alone',
    file: 'src/write.ts',
    find: 'if (decidesAlone(multiplexer, own, lists)) continue',
    replace: 'continue',
  },
  {
    name: 'names an errno that ABIs number otherwise',
    file: 'src/write.ts',
    find: 'number > LAST_COMMON_ERRNO',
    replace: 'number > 4095',
  },
  {
    name: 'names numbers that get the default of the lines',
    file: 'src/write.ts',
    find: "loss.kind !== 'numbers' || loss.verdict !== lists.otherwise",
    replace: 'true',
  },
  {
    name: 'filters no other ABI on a machine',
    file: 'src/write.ts',
    find: 'const isOpen = rules.badArch === ALLOW && areLocal(abis)',
    replace: 'const isOpen = rules.badArch === ALLOW',
  },
]
