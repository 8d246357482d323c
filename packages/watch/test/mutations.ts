/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'loses the high word of an argument',
    file: 'src/seen.ts',
    find: '(BigInt(words[argHigh(index)] ?? 0) << 32n) | ',
    replace: '',
  },
  {
    name: 'joins calls that differ in a high word',
    file: 'src/seen.ts',
    find: '${(words[argHigh(index)] ?? 0) & high} ',
    replace: '0 ',
  },
  {
    name: 'has a list of values too many',
    file: 'src/seen.ts',
    find: 'rows.size >= MAX_LISTS',
    replace: 'rows.size > MAX_LISTS',
  },
  {
    name: 'keeps the first time of calls that were told',
    file: 'src/seen.ts',
    find: 'row.first = row.count === 0 ? now : row.first',
    replace: '',
  },
  {
    name: 'loses the time of the last call',
    file: 'src/seen.ts',
    find: 'row.last = now',
    replace: '',
  },
  {
    name: 'tells of calls that were not made again',
    file: 'src/seen.ts',
    find: 'if (row.count === 0) continue',
    replace: '',
  },
  {
    name: 'counts calls again that were told',
    file: 'src/seen.ts',
    find: 'row.count = 0\n',
    replace: '\n',
  },
  {
    name: 'joins calls with different verdicts',
    file: 'src/seen.ts',
    find: '${verdict} ${program}',
    replace: '${program}',
  },
  {
    name: 'counts calls that are allowed',
    file: 'src/denial-counter.ts',
    find: 'if (verdict !== SECCOMP_RET.ALLOW) ',
    replace: '',
  },
  {
    name: 'answers an errno that the kernel does not return',
    file: 'src/use.ts',
    find: 'Math.min(dataOf(verdict), MAX_ERRNO)',
    replace: 'dataOf(verdict)',
  },
  {
    name: 'refuses calls of a policy that is tried',
    file: 'src/use.ts',
    find: "if (use !== 'denials') return 'continue'",
    replace: '',
  },
  {
    name: 'looks for a call of x32 in the table of x86_64',
    file: 'src/kept-arguments.ts',
    find: 'one.auditArch === arch && nameOf(one, nr) !== undefined',
    replace: 'one.auditArch === arch',
  },
  {
    name: 'takes every call for a new one',
    file: 'src/recorder.ts',
    find: 'if (known?.has(nr) === true) return',
    replace: '',
  },
  {
    name: 'tells the same number of calls again',
    file: 'src/recorder.ts',
    find: 'if (calls === told) return []',
    replace: '',
  },
  {
    name: 'counts the numbers of one architecture alone',
    file: 'src/recorder.ts',
    find: 'reduce((sum, { size }) => sum + size, 0)',
    replace: 'reduce((_, { size }) => size, 0)',
  },
  {
    name: 'takes the file system of controls for a served one',
    file: 'src/fuse-mounts.ts',
    find: '(?:\\.|$)/',
    replace: '/',
  },
  {
    name: 'yields the newest value first',
    file: 'src/queue.ts',
    find: 'values.splice(0, 1)',
    replace: 'values.splice(-1)',
  },
  {
    name: 'refuses the longest name of a scenario',
    file: 'src/options.ts',
    find: 'name.length <= MAX_TEXT',
    replace: 'name.length < MAX_TEXT',
  },
  {
    name: 'writes an argument with the bits that the kernel does not read',
    file: 'src/call-namer.ts',
    find: '?.width ?? 64',
    replace: '?.width === 0 ? 0 : 64',
  },
  {
    name: 'writes an argument that was not kept as 0',
    file: 'src/call-namer.ts',
    find: "${isKnown(name) ? text : '…'}",
    replace: '${text}',
  },
  {
    name: 'writes words that were not kept of a call without a name',
    file: 'src/call-namer.ts',
    find: "value === undefined ? '…' : `0x${value.toString(16)}`",
    replace: '`0x${(value ?? 0n).toString(16)}`',
  },
  {
    name: 'has no ABI for a number without a name',
    file: 'src/call-namer.ts',
    find: 'found?.abi.token ?? tables.of(arch)[0]?.token',
    replace: 'found?.abi.token',
  },
]
