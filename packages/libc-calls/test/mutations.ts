/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'gives the row of all others to ABIs with rows of their own',
    file: 'src/calls-of-functions.ts',
    find: 'measured.filter((token) => !named.includes(token))',
    replace: 'measured',
  },
  {
    name: 'takes an ABI with other times as alike',
    file: 'src/calls-of-functions.ts',
    find: 'if (hasShortTimes(other) !== hasShortTimes(own)) return false',
    replace: '',
  },
  {
    name: 'takes any ABI that is alike before the one of the other byte order',
    file: 'src/calls-of-functions.ts',
    find: 'alike.find((other) => haveSameNumbers(other, own)) ?? alike[0]',
    replace: 'alike[0]',
  },
  {
    name: 'takes calls as made that the library does not make',
    file: 'src/calls-of-functions.ts',
    find: 'callsNotMade(libc, abi).includes(name)',
    replace: 'callsNotMade(libc, abi).length < 0',
  },
  {
    name: 'forgets what musl leaves out on mips64',
    file: 'src/libcs.ts',
    find: '  mips64: STATS_OF_32_BITS,\n',
    replace: '',
  },
  {
    name: 'gives musl a port for s390',
    file: 'src/libcs.ts',
    find: "['parisc', 'parisc64', 's390']",
    replace: "['parisc', 'parisc64']",
  },
  {
    name: 'names one version of glibc for all ABIs',
    file: 'src/libcs.ts',
    find: 'OTHER_GLIBC[abi] ?? ',
    replace: '',
  },
  {
    name: 'keeps the sign of a value',
    file: 'src/read-calls.ts',
    find: 'BigInt.asUintN(32, BigInt(value))',
    replace: 'BigInt(value)',
  },
  {
    name: 'leaves out a value that the ABI lacks',
    file: 'src/read-calls.ts',
    find: 'if (known.includes(undefined)) return undefined',
    replace: '',
  },
  {
    name: 'gives a register to an argument in memory',
    file: 'src/read-calls.ts',
    find: 'name, argument) === undefined) continue',
    replace: 'name, argument) === null) continue',
  },
  {
    name: 'leaves out an older call that the ABI lacks',
    file: 'src/read-calls.ts',
    find: 'known.length < instead.length',
    replace: 'known.length < 0',
  },
]
