/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'makes a stub for an ABI with number 0 alone',
    file: 'src/enosys-stub.ts',
    find: 'number === 0 || ',
    replace: '',
  },
  {
    name: 'ends the stub at the smallest number',
    file: 'src/enosys-stub.ts',
    find: 'each.number > last.number',
    replace: 'each.number < last.number',
  },
  {
    name: 'answers numbers of x32 on x86_64',
    file: 'src/enosys-stub.ts',
    find: 'hi: 0x8000_0000 + X32_BIT - 1',
    replace: 'hi: 0xffff_ffff',
  },
  {
    name: 'forgets number 0 of s390',
    file: 'src/enosys-stub.ts',
    find: '        { lo: 0, hi: 0 },\n',
    replace: '',
  },
  {
    name: 'puts a stub before a filter that traces',
    file: 'src/enosys-stub.ts',
    find: "['ALLOW', 'LOG', 'TRACE']",
    replace: "['ALLOW', 'LOG']",
  },
  {
    name: 'answers the ENOSYS of x86_64 on every machine',
    file: 'src/enosys-stub.ts',
    find: "errnoOn('ENOSYS', main.token)",
    replace: '38',
  },
  {
    name: 'puts the stub behind the rules',
    file: 'src/enosys-stub.ts',
    find: '[{ numbers, when: ALWAYS, verdict }, ...section.rules]',
    replace: '[...section.rules, { numbers, when: ALWAYS, verdict }]',
  },
  {
    name: 'takes the stub as the cause of its last number',
    file: 'src/causes.ts',
    find: 'last > cause.number',
    replace: 'last >= cause.number',
  },
  {
    name: 'claims a call whose verdict is not known',
    file: 'src/causes.ts',
    find: 'numbers: difference(U32, numbers, [{ lo: nr, hi: nr }])',
    replace: 'numbers',
  },
  {
    name: 'leaves out a rule on ABIs that have the call',
    file: 'src/known-names.ts',
    find: 'if (others.length > 0) narrowed',
    replace: 'if (others.length < 0) narrowed',
  },
  {
    name: 'lacks the names of its own version',
    file: 'src/libseccomp-names.ts',
    find: 'LIBSECCOMP_VERSIONS.indexOf(one) > LIBSECCOMP_VERSIONS.indexOf(other)',
    replace: 'LIBSECCOMP_VERSIONS.indexOf(one) >= LIBSECCOMP_VERSIONS.indexOf(other)',
  },
  {
    name: 'gives libseccomp 2.5 the ABIs of 2.6',
    file: 'src/libseccomp-names.ts',
    find: "startsWith('2.6')",
    replace: "startsWith('2.')",
  },
  {
    name: 'forgets that futex_wake came with 2.5.5',
    file: 'src/libseccomp-names.ts',
    find: "'futex_wait', 'futex_wake',",
    replace: "'futex_wait',",
  },
  {
    name: 'forgets that memfd_secret came later on s390x',
    file: 'src/libseccomp-names.ts',
    find: "['riscv64', 's390', 's390x']",
    replace: "['riscv64', 's390']",
  },
  {
    name: 'has another number for _llseek of parisc64',
    file: 'src/libseccomp-names.ts',
    find: 'number: 140',
    replace: 'number: 141',
  },
  {
    name: 'takes sheb for an ABI of 2.5',
    file: 'src/libseccomp-names.ts',
    find: "'sh', 'sheb']",
    replace: "'sh']",
  },
  {
    name: 'gives runc 1.2 a flag of runc 1.5',
    file: 'src/runtimes.ts',
    find: 'flags: [TSYNC, SPEC_ALLOW, LOG],',
    replace: 'flags: [TSYNC, SPEC_ALLOW, LOG, WAIT_KILLABLE],',
  },
  {
    name: 'lets runc load a profile for parisc64',
    file: 'src/runtimes.ts',
    find: "  'SCMP_ARCH_PARISC64',\n",
    replace: '',
  },
  {
    name: 'lets runc 1.5 refuse loongarch64',
    file: 'src/runtimes.ts',
    find: 'unknownArchitectures: RUNC_LACKS',
    replace: "unknownArchitectures: ['SCMP_ARCH_LOONGARCH64', ...RUNC_LACKS]",
  },
  {
    name: 'gives crun the stub of runc',
    file: 'src/runtimes.ts',
    find: 'hasStub: false',
    replace: 'hasStub: true',
  },
  {
    name: 'lets crun write to a listener',
    file: 'src/runtimes.ts',
    find: 'writesToListener: false',
    replace: 'writesToListener: true',
  },
  {
    name: 'claims less of entries of crun',
    file: 'src/runtimes.ts',
    find: 'maxConditions: 6',
    replace: 'maxConditions: 5',
  },
  {
    name: 'takes an errno that libseccomp refuses',
    file: 'src/refusals.ts',
    find: 'FIRST_REFUSED_ERRNO = 4095',
    replace: 'FIRST_REFUSED_ERRNO = 4096',
  },
  {
    name: 'refuses the number of a tracer as idle',
    file: 'src/refusals.ts',
    find: " || word === 'SCMP_ACT_TRACE'",
    replace: '',
  },
  {
    name: 'loads calls for a listener without its path',
    file: 'src/refusals.ts',
    find: "listenerPath === ''",
    replace: "listenerPath === '-'",
  },
  {
    name: 'claims nothing of entries with the most conditions',
    file: 'src/loads.ts',
    find: 'args.length > maxConditions',
    replace: 'args.length >= maxConditions',
  },
  {
    name: 'writes a profile that means the same on one target alone',
    file: 'src/safe.ts',
    find: 'targets.every((target) =>',
    replace: 'targets.some((target) =>',
  },
]
