/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'tests a division by A alone, not by ~A too',
    file: 'src/oracle/oracle-program.ts',
    find: "{ kind: 'op', label: invert, code: BPF.XOR_K, k: all }",
    replace: "{ kind: 'op', label: invert, code: BPF.XOR_K, k: 0 }",
  },
  {
    name: 'divides ~A where X has a bit of it',
    file: 'src/oracle/oracle-program.ts',
    find: 'then: restore, else: zero',
    replace: 'then: divide, else: zero',
  },
  {
    name: 'loses the highest bits of a returned A',
    file: 'src/oracle/oracle-program.ts',
    find: 'const PARTS = [0, PART_BITS, 2 * PART_BITS] as const',
    replace: 'const PARTS = [0, PART_BITS, 2 * PART_BITS + 1] as const',
  },
  {
    name: 'takes one constant too many',
    file: 'src/oracle/oracle-program.ts',
    find: 'const MAX_CONSTANTS = 4090',
    replace: 'const MAX_CONSTANTS = 4091',
  },
  {
    name: 'asks about call 0 where it must not ask, and believes the answer',
    file: 'src/oracle/oracle.ts',
    find: 'for (const i of runs) verdicts[i] = SECCOMP_RET.ALLOW',
    replace: '',
  },
  {
    name: 'takes x86 calls with exempt numbers for exempt ones',
    file: 'src/oracle/oracle.ts',
    find: 'abis[i] === ORACLE_ABI.x86_64 && exempt.includes(nr)',
    replace: 'exempt.includes(nr)',
  },
  {
    name: 'asks about the first part of a large batch again and again',
    file: 'src/oracle/oracle.ts',
    find: 'nrs: calls.nrs.subarray(begin, end)',
    replace: 'nrs: calls.nrs.subarray(0, end - begin)',
  },
  {
    name: 'takes wide arguments of x86',
    file: 'src/oracle/oracle.ts',
    find: 'if (halves[2 * at + 1] === 0) continue',
    replace: 'if (halves[2 * at + 1]! < 2) continue',
  },
  {
    name: 'compares with the instruction pointer that was asked for, not the one there is',
    file: 'src/oracle/against.ts',
    find: '  made[3] = Number(pointer >> 32n)',
    replace: '',
  },
  {
    name: 'runs a program that others could have written to',
    file: 'src/native/compile-native.ts',
    find: ' || (stats.mode & 0o022) !== 0',
    replace: '',
  },
  {
    name: 'keeps one program for every source of a name',
    file: 'src/native/compile-native.ts',
    find: '.update(code)\n',
    replace: '\n',
  },
  {
    name: 'begins the next record of a dump four bytes early',
    file: 'src/oracle/dump.ts',
    find: 'at + 8 + count * SOCK_FILTER_BYTES',
    replace: 'at + 4 + count * SOCK_FILTER_BYTES',
  },
  {
    name: 'runs a program that a crash has damaged',
    file: 'src/native/compile-native.ts',
    find: 'return digest(',
    replace: 'return bytes.length > 0 || digest(',
  },
  {
    name: 'calls the compiler by the file behind its name',
    file: 'src/native/c-compiler.ts',
    find: 'return { path, identity',
    replace: 'return { path: real, identity',
  },
  {
    name: 'keeps programs below a folder that others can write to',
    file: 'src/native/own-folder.ts',
    find: '(stats.mode & WRITABLE_BY_OTHERS) !== 0 && ',
    replace: 'stats.mode < 0 && ',
  },
  {
    name: 'keeps programs in a folder like /tmp',
    file: 'src/native/own-folder.ts',
    find: '((await lstat(folder)).mode & WRITABLE_BY_OTHERS) === 0',
    replace: "folder !== ''",
  },
  {
    name: 'removes what another process compiles to at the moment',
    file: 'src/native/leftovers.ts',
    find: 'Date.now() - mtimeMs > HOUR',
    replace: 'mtimeMs > 0',
  },
  {
    name: 'ends a program that hears a signal itself',
    file: 'src/native/undone-by-the-end.ts',
    find: 'if (process.rawListeners(signal).some((one) => !(MARK in one))) return',
    replace: '',
  },
  {
    name: 'loses a signal that comes as the work ends',
    file: 'src/native/undone-by-the-end.ts',
    find: 'for (let turn = 0; turn < 2; turn++) await turnOfEventLoop()',
    replace: '',
  },
  {
    name: 'sends signals to bwrap, not to the command',
    file: 'src/launch/run.ts',
    find: '(await started.pid) ?? started.child.pid ?? 0',
    replace: 'started.child.pid ?? 0',
  },
  {
    name: 'leaves files open where a later one cannot be opened',
    file: 'src/launch/other-launcher.ts',
    find: '    for (const fd of fds) closeSync(fd)\n',
    replace: '',
  },
  {
    name: 'takes a process without streams for one that was started',
    file: 'src/native/start-process.ts',
    find: '!== undefined) return child',
    replace: '!== null) return child',
  },
  {
    name: 'takes a folder that cannot be searched for one with the command',
    file: 'src/system/find-command.ts',
    find: '(folder === undefined || isThere(file))',
    replace: '(folder === undefined || file.length > 0)',
  },
  {
    name: 'hands the first of several filters to bwrap as the only one',
    file: 'src/launch/launch-words.ts',
    find: "fds.length === 1 ? '--seccomp'",
    replace: "fds.length > 0 ? '--seccomp'",
  },
  {
    name: 'lets crun make the root of the machine read-only',
    file: 'src/launch/launch-words.ts',
    find: 'readonly: false',
    replace: 'readonly: true',
  },
  {
    name: 'asks for the call by which this package attaches, not bwrap',
    file: 'src/launch/refused-launch.ts',
    find: "launcher === 'bwrap' ? 'prctl' : 'seccomp'",
    replace: "'seccomp' as 'seccomp' | 'prctl'",
  },
  {
    name: 'signals the first process of a namespace, which ignores that, in place of the command',
    file: 'src/launch/start-other.ts',
    find: "child === '' ? pid : Number(child)",
    replace: 'pid',
  },
  {
    name: 'believes an attached filter that answers seccomp(2) with success',
    file: 'src/attach/attach-bytes.ts',
    find: "return result < 0 ? errnoName(libc.errno()) : 'success'",
    replace: "return result < 0 ? errnoName(libc.errno()) : 'EFAULT'",
  },
  {
    name: 'takes any record for that of the call that killed',
    file: 'src/launch/follow-records.ts',
    find: 'if (isOfEnd(record)) last = record',
    replace: 'last = record',
  },
  {
    name: 'hands over a file that another user can read',
    file: 'src/native/nameless-file.ts',
    find: 'mode = 0o600',
    replace: 'mode = 0o644',
  },
  {
    name: 'takes anything for a signal',
    file: 'src/system/option-readers.ts',
    find: "return isSignal ? (signal as StopSignal) : fail(at, 'an AbortSignal')",
    replace: 'return signal as StopSignal',
  },
  {
    name: 'takes a call that is received late for a gap',
    file: 'src/notify/id-gaps.ts',
    find: 'if (ahead <= 0) return',
    replace: '',
  },
  {
    name: 'loses the gap where the low bits of ids begin again',
    file: 'src/notify/id-gaps.ts',
    find: '(id - newest) | 0',
    replace: 'id - newest',
  },
]
