/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'forgets the multiplexers',
    file: 'src/routes.ts',
    find: '    ...byMultiplexer(name, abi),\n',
    replace: '',
  },
  {
    name: 'forgets io_uring',
    file: 'src/routes.ts',
    find: '    ...byRing(name, abi, kernels),\n',
    replace: '',
  },
  {
    name: 'counts io_uring for every affected kernel',
    file: 'src/routes.ts',
    find: 'reaches(kernels, since)',
    replace: 'since.length > 0',
  },
  {
    name: 'forgets the numbers without an ABI',
    file: 'src/foreign-numbers.ts',
    find: '!beginsBefore(kernels, X32_SPLIT)',
    replace: 'name !== ""',
  },
  {
    name: 'counts the numbers without an ABI for every kernel',
    file: 'src/foreign-numbers.ts',
    find: ' || !beginsBefore(kernels, X32_SPLIT)',
    replace: '',
  },
  {
    name: 'forgets 514, and knows 16 with the bit',
    file: 'src/foreign-numbers.ts',
    find: 'own === undefined ? [] :',
    replace: 'own !== undefined ? [] :',
  },
  {
    name: 'compares a call of x86_64 by a number of x32 as narrow as x32 reads',
    file: 'src/foreign-numbers.ts',
    find: 'entry: main',
    replace: 'entry: abi',
  },
  {
    name: 'takes mips for other machines',
    file: 'src/foreign-numbers.ts',
    find: "!abi.token.startsWith('mips')",
    replace: "abi.token !== ''",
  },
  {
    name: 'counts a call that no affected kernel has',
    file: 'src/routes.ts',
    find: ' && reaches(kernels, signatureOf(abi, name)?.since ?? [0, 0])',
    replace: '',
  },
  {
    name: 'counts calls of every ABI for a clause of compat ABIs',
    file: 'src/routes.ts',
    find: 'compat === true && !isCompat',
    replace: 'compat !== true && !isCompat',
  },
  {
    name: 'takes the ABIs that a filter names for the machine',
    file: 'src/machines.ts',
    find: 'machines.push([abi, ...named, ...rest.map((token) => signedAbiTable(token))])',
    replace: 'machines.push(rest.length < 0 ? [abi] : [abi, ...named])',
  },
  {
    name: 'takes all ABIs for one machine',
    file: 'src/machines.ts',
    find: 'others.includes(token))',
    replace: 'token !== abi.token)',
  },
  {
    name: 'forgets that s390 has no version bits',
    file: 'src/routes.ts',
    find: 'VERSIONLESS.includes(abi.token)',
    replace: 'VERSIONLESS.length === 0',
  },
  {
    name: 'forgets the version bits of ipc',
    file: 'src/routes.ts',
    find: 'BigInt(door.mask)',
    replace: '0xffff_ffffn',
  },
  {
    name: 'forgets that a call in the place of another one has an argument that is 0',
    file: 'src/same-effect.ts',
    find: '(ZERO[name] ?? [])',
    replace: '[]',
  },
  {
    name: 'forgets calls that an ABI has only by a multiplexer',
    file: 'src/same-effect.ts',
    find: 'nameInPlaceOf(abi, name)',
    replace: '(abi.numbers.has(name) ? name : undefined)',
  },
  {
    name: 'takes a call with an address for one without',
    file: 'src/same-effect.ts',
    find: 'all(zero.flatMap((wanted) => argumentIs(abi, found, wanted, 0n) ?? []))',
    replace: 'all([])',
  },
  {
    name: 'forgets calls that have more to say',
    file: 'src/same-effect.ts',
    find: '...ALIKE.filter((names) => names.includes(name))',
    replace: '',
  },
]
