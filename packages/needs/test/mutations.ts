/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'forgets a refusal of the base before what it allows',
    file: 'src/allowances.ts',
    find: '[answer.when, ...before.map((each) => not(each.when))]',
    replace: '[answer.when]',
  },
  {
    name: 'forgets the calls that a base logs',
    file: 'src/allowances.ts',
    find: " || actionOf(verdict) === 'LOG'",
    replace: '',
  },
  {
    name: 'takes a base that lets unnamed calls run under a condition',
    file: 'src/allowances.ts',
    find: 'answers.some(isOpen)',
    replace: 'answers.every(isOpen)',
  },
  {
    name: 'names a protocol of netlink as one of IP',
    file: 'src/condition-of.ts',
    find: "? ['netlink']",
    replace: "? ['ipproto']",
  },
  {
    name: 'drops a condition of exactly the most values',
    file: 'src/condition-of.ts',
    find: 'values.length <= maxValues',
    replace: 'values.length < maxValues',
  },
  {
    name: 'refuses a call for bits that select nothing',
    file: 'src/condition-of.ts',
    find: 'selecting === undefined ? 0n : whole & ~BigInt(selecting)',
    replace: '0n',
  },
  {
    name: 'takes the first values of a list for those of all',
    file: 'src/condition-of.ts',
    find: '(list) => list.slice(0, -1).join()',
    replace: "() => ''",
  },
  {
    name: 'counts the rows of several arguments as those of one',
    file: 'src/seen-arguments.ts',
    find: 'looks(row) === 1',
    replace: 'looks(row) >= 1',
  },
  {
    name: 'keeps the bits of a register that the kernel does not read',
    file: 'src/seen-arguments.ts',
    find: 'BigInt.asUintN(on.width, selecting',
    replace: 'BigInt.asUintN(64, selecting',
  },
  {
    name: 'takes some values as all',
    file: 'src/seen-arguments.ts',
    find: '!== callsIn(rows)) return undefined',
    replace: '> callsIn(rows)) return undefined',
  },
  {
    name: 'counts a call again by each of its arguments',
    file: 'src/seen-calls.ts',
    find: 'args === undefined ? count : 0',
    replace: 'count',
  },
  {
    name: 'counts the calls of three scenarios as those of two',
    file: 'src/estimate.ts',
    find: 'count === 2',
    replace: 'count >= 2',
  },
  {
    name: 'estimates from two scenarios',
    file: 'src/estimate.ts',
    find: 'scenarios < FEWEST_SCENARIOS',
    replace: 'scenarios < FEWEST_SCENARIOS - 1',
  },
  {
    name: 'refuses an allowed call with ENOSYS',
    file: 'src/needs.ts',
    find: 'isCommon && !isAllowed({ abi, call })',
    replace: 'isCommon',
  },
  {
    name: 'puts the ABI of the machine last',
    file: 'src/recorded.ts',
    find: 'order.indexOf(a) - order.indexOf(b)',
    replace: 'order.indexOf(b) - order.indexOf(a)',
  },
  {
    name: 'takes two names of one machine for two machines',
    file: 'src/recorded.ts',
    find: 'machineOf(each) !== machineOf(first)',
    replace: 'head.machine !== first.head.machine',
  },
  {
    name: 'adds calls that need a capability',
    file: 'src/widenings.ts',
    find: 'cap === undefined && ',
    replace: '',
  },
  {
    name: 'adds newer calls where ENOSYS answers them',
    file: 'src/widenings.ts',
    find: 'old === undefined || isEnosys',
    replace: 'old === undefined',
  },
  {
    name: 'allows a call on ABIs where it was not seen',
    file: 'src/written-rules.ts',
    find: 'having.every(',
    replace: 'having.some(',
  },
]
