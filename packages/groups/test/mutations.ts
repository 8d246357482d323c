/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'forgets clone3 among the calls that make namespaces',
    file: 'src/isolation.ts',
    find: "['clone', 'clone3', 'unshare'",
    replace: "['clone', 'unshare'",
  },
  {
    name: 'forgets the newer call that loads modules',
    file: 'src/kernel.ts',
    find: "['init_module', 'finit_module', ",
    replace: "['init_module', ",
  },
  {
    name: 'forgets that a process can take descriptors of another',
    file: 'src/kernel.ts',
    find: "'process_madvise', 'pidfd_getfd', ",
    replace: "'process_madvise', ",
  },
  {
    name: 'forgets the 64-bit form of a time',
    file: 'src/base.ts',
    find: "'futex', 'futex_time64', ",
    replace: "'futex', ",
  },
  {
    name: 'takes the opening by handle for reading',
    file: 'src/files.ts',
    find: "'open', 'openat', 'openat2', 'close', 'close_range', 'access'",
    replace: "'open', 'openat', 'openat2', 'open_by_handle_at', 'close', 'close_range', 'access'",
  },
  {
    name: 'takes renaming for reading',
    file: 'src/files.ts',
    find: "'readahead', 'fadvise64'",
    replace: "'rename', 'readahead', 'fadvise64'",
  },
  {
    name: 'forgets the multiplexer of sockets',
    file: 'src/sockets.ts',
    find: "'socketpair', 'socketcall', ",
    replace: "'socketpair', ",
  },
  {
    name: 'forgets the multiplexer of System V',
    file: 'src/sockets.ts',
    find: "'ipc', 'shmget'",
    replace: "'shmget'",
  },
  {
    name: 'takes ptrace for a call of processes',
    file: 'src/processes.ts',
    find: "'process_mrelease', 'prctl',",
    replace: "'process_mrelease', 'ptrace', 'prctl',",
  },
  {
    name: 'lets a sandbox make filters by no call',
    file: 'src/isolation.ts',
    find: "'prctl', 'seccomp', 'landlock_create_ruleset'",
    replace: "'prctl', 'landlock_create_ruleset'",
  },
  {
    name: 'takes the setting of clocks for telling the time',
    file: 'src/time.ts',
    find: "'nanosleep', 'clock_nanosleep', ",
    replace: "'clock_settime', 'nanosleep', 'clock_nanosleep', ",
  },
  {
    name: 'lets a process of the base group mount',
    file: 'src/base.ts',
    find: "'mprotect', 'madvise',",
    replace: "'mprotect', 'mount',",
  },
  {
    name: 'forgets the random bytes of the allocator',
    file: 'src/base.ts',
    find: "'getrandom', 'riscv_hwprobe'",
    replace: "'getcpu', 'riscv_hwprobe'",
  },
  {
    name: 'lists a call twice',
    file: 'src/memory.ts',
    find: "'brk', 'mmap', 'mmap2'",
    replace: "'brk', 'mmap', 'mmap', 'mmap2'",
  },
  {
    name: 'has the calls of writing under the key of reading',
    file: 'src/groups.ts',
    find: 'filesToRead: filesToRead.calls',
    replace: 'filesToRead: filesToWrite.calls',
  },
  {
    name: 'has the calls of memory under the key of its placement',
    file: 'src/groups.ts',
    find: 'memoryPlacement: memoryPlacement.calls',
    replace: 'memoryPlacement: memory.calls',
  },
  {
    name: 'forgets a group among all',
    file: 'src/groups.ts',
    find: 'sandboxing, scheduling, signals, sockets,\n',
    replace: 'sandboxing, scheduling, sockets,\n',
  },
  {
    name: 'finds a group by the beginning of its name',
    file: 'src/groups.ts',
    find: 'group.name === name',
    replace: 'group.name.startsWith(name)',
  },
  {
    name: 'finds one group of a call',
    file: 'src/groups.ts',
    find: 'GROUPS.filter(({ calls }) => (calls as readonly string[]).includes(call))',
    replace: 'GROUPS.filter(({ calls }) => (calls as readonly string[]).includes(call)).slice(0, 1)',
  },
  {
    name: 'suggests no name for a wrong one',
    file: 'src/groups.ts',
    find: 'didYouMean(name, groupNames, `',
    replace: 'didYouMean("", groupNames, `',
  },
]
