/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes an event with a negative number for none',
    file: 'src/event.ts',
    find: 'NR (-?',
    replace: 'NR (',
  },
  {
    name: 'does not know the function of uname',
    file: 'src/event.ts',
    find: "  ['newuname', 'uname'],\n",
    replace: '',
  },
  {
    name: 'reads registers of 32 bits alone',
    file: 'src/event.ts',
    find: '[0-9a-f]{1,16}$/.test(one)',
    replace: '[0-9a-f]{1,8}$/.test(one)',
  },
  {
    name: 'takes a name in brackets for that of a program',
    file: 'src/event.ts',
    find: "program === '<...>' ? undefined : program",
    replace: 'program',
  },
  {
    name: 'loses the bit of x32 in a number without a name',
    file: 'src/strace.ts',
    find: "BigInt(mode === 'x32' ? 0x4000_0000 : 0)",
    replace: '0n',
  },
  {
    name: 'gives a call to the first ABI that has its number',
    file: 'src/strace.ts',
    find: 'nameOf(abiTable(abi), nr) === name)',
    replace: 'nameOf(abiTable(abi), nr) !== undefined)',
  },
  {
    name: 'runs a new process in the mode of the machine',
    file: 'src/strace.ts',
    find: 'running.tell(attached, running.of(pid).abi)',
    replace: 'running.tell(attached, native)',
  },
  {
    name: 'remembers the mode of a process that has ended',
    file: 'src/strace.ts',
    find: "if (rest.startsWith('+++ ')) running.forget(pid)",
    replace: '',
  },
  {
    name: 'reads octal escapes as decimal',
    file: 'src/strace.ts',
    find: 'Number.parseInt(octal, 8)',
    replace: 'Number.parseInt(octal, 10)',
  },
  {
    name: 'loses the sign of a value',
    file: 'src/strace-arguments.ts',
    find: 'isNegative ? -value : value',
    replace: 'value',
  },
  {
    name: 'loses the high word of a value in two registers',
    file: 'src/strace-arguments.ts',
    find: 'whole >> 32n',
    replace: '0n',
  },
  {
    name: 'takes positions for registers where a value has two',
    file: 'src/strace-arguments.ts',
    find: 'plan.isPlain || texts.length === plan.registers',
    replace: 'texts.length > 0',
  },
  {
    name: 'takes a constant of another family',
    file: 'src/strace-arguments.ts',
    find: 'if (!families.includes(constant.family)) return undefined',
    replace: '',
  },
  {
    name: 'reads an octal number as decimal',
    file: 'src/strace-arguments.ts',
    find: 'const isOctal = /^0\\d/.test(digits)',
    replace: 'const isOctal = false',
  },
  {
    name: 'keeps the mode of a table for the next one',
    file: 'src/table.ts',
    find: 'mode = native //',
    replace: '//',
  },
  {
    name: 'takes the row of an errno for that of a call',
    file: 'src/table.ts',
    find: '!ERRNO_ROW.test(text) && !isCut',
    replace: '!isCut',
  },
  {
    name: 'counts the calls of lines again by their table',
    file: 'src/trace-counts.ts',
    find: 'calls.count - (lines.get(key) ?? 0)',
    replace: 'calls.count',
  },
  {
    name: 'loses the high word of an argument',
    file: 'src/trace-counts.ts',
    find: 'Number(value >> 32n)',
    replace: '0',
  },
  {
    name: 'takes values as known where one of them is',
    file: 'src/trace-counts.ts',
    find: '(countedOf(abi, name) & ~known) !== 0',
    replace: 'known === 0',
  },
  {
    name: 'says nothing of records that the kernel left out',
    file: 'src/audit.ts',
    find: "return IS_LOSS.test(text) ? 'lost' : undefined",
    replace: 'return undefined',
  },
  {
    name: 'asks the reader of the other tool first',
    file: 'src/trace-lines.ts',
    find: "newest === 'strace' ?",
    replace: "newest !== 'strace' ?",
  },
  {
    name: 'takes the arguments of a line that is cut as whole',
    file: 'src/trace-reader.ts',
    find: 'if (more.length > room) isCut = true',
    replace: '',
  },
  {
    name: 'names a machine after x32',
    file: 'src/trace-reader.ts',
    find: "abi === 'x32' ? 'x86_64' : abi",
    replace: 'abi',
  },
  {
    name: 'looks for a name on one ABI of the machine alone',
    file: 'src/traced-calls.ts',
    find: 'for (const token of [abi, ...otherAbisOf(abi)])',
    replace: 'for (const token of [abi])',
  },
  {
    name: 'says nothing of a single lost line',
    file: 'src/unseen.ts',
    find: 'lost[kind] === 0',
    replace: 'lost[kind] <= 1',
  },
]
