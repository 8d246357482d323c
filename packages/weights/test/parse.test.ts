import { readFileSync } from 'node:fs'
import { abiTable, syscallNames } from '@seccompile/syscalls'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_COUNT, MAX_WEIGHTS_LENGTH, parseWeights } from '@seccompile/weights'
import type { Weights, WeightsFormat } from '@seccompile/weights'

const sample = (name: string): string => readFileSync(new URL(`samples/${name}.txt`, import.meta.url), 'utf8')
const total = ({ counts }: Weights): number => Object.values(counts).reduce((a, b) => a + b, 0)

describe('what tools print', () => {
  // Made on Linux 6.18, x86_64, by strace 6.13, perf 6.12 and the kernel. The sums are by awk, or the tool's own.
  it.each<[string, WeightsFormat, number, Record<string, number>]>([
    ['strace-f-c', 'strace -c', 495, { openat: 98, mmap: 85, close: 71, wait4: 5, futex: 3 }],
    ['strace-C', 'strace -c', 161, { write: 1, execve: 1 }],
    ['strace-c-U-name-calls', 'strace -c', 160, { openat: 35, mmap: 35, read: 8 }],
    ['perf-trace-s', 'perf trace -s', 367, { vfork: 4, wait4: 4, write: 6, openat: 69 }],
    ['perf-trace-s-errno-summary', 'perf trace -s', 115, { openat: 31, access: 1 }],
    ['tracefs-raw_syscalls', 'tracefs', 24, { openat: 1, dup2: 2 }],
    ['tracefs-syscalls', 'tracefs', 24, { openat: 1, dup2: 2 }],
    ['perf-script-raw_syscalls', 'perf script', 40, { brk: 3, pread64: 2 }],
    ['perf-script-syscalls', 'perf script', 40, { brk: 3, fstat: 4 }],
  ])('%s is read', (name, format, sum, some) => {
    const weights = parseWeights(sample(name))
    expect(weights).toMatchObject({ format, counts: some, warnings: [] })
    expect(total(weights)).toBe(sum)
  })

  it('adds the tables of several files up, whoever wrote them, with any line ends', () => {
    const text = ['strace-f-c', 'perf-trace-s'].map(sample).join('').replaceAll('\n', '\r\n')
    expect(total(parseWeights(text))).toBe(495 + 367)
  })

  it('reads a table of each personality, and decimal commas', () => {
    const head =
      '% time     seconds  usecs/call     calls    errors syscall\n------ ----------- ----------- --------- --------- ----------------\n'
    const text = `System call usage summary for 64 bit mode:\n${head} 33,78    0,000229          28         8           mmap
------ ----------- ----------- --------- --------- ----------------
100,00    0,000229          28         8           total
System call usage summary for 32 bit mode:\n${head} 33,78    0,000229          28         3         1 mmap2\n`
    expect(parseWeights(text).counts).toEqual({ mmap: 8, mmap2: 3 })
  })

  it('reads the table of a perf that counted no errors yet', () => {
    const text = `
 Summary of events:

 dd (1), 4 events, 100.0%

   syscall            calls    total       min       avg       max      stddev
                               (msec)    (msec)    (msec)    (msec)        (%)
   --------------- -------- --------- --------- --------- ---------     ------
   read                   2     0.002     0.001     0.001     0.001      0.00%

`
    expect(parseWeights(text).counts).toEqual({ read: 2 })
  })

  it('names calls by the ABI that is asked for, and functions of the kernel by their call', () => {
    const line = (event: string): string => `  Web Content-12   (   11) [003] d..1. 11094.981572: ${event}\n`
    const of = (event: string, abi: 'x86_64' | 'x86' | 'aarch64' | 'x32' = 'x86_64') =>
      Object.keys(parseWeights(line(event), { abi: abiTable(abi) }).counts)[0]
    expect(of('sys_enter: NR 63 (0, 0, 0, 0, 0, 0)')).toBe('uname')
    expect(of('sys_enter: NR 63 (0, 0, 0, 0, 0, 0)', 'aarch64')).toBe('read')
    expect(of('sys_enter: NR 1073741824 (0, 0, 0, 0, 0, 0)', 'x32')).toBe('read')
    expect(of('sys_newuname(name: 0)')).toBe('uname')
    expect(of('sys_umount(name: 0, flags: 0)')).toBe('umount2')
    expect(of('sys_oldumount(name: 0)', 'x86')).toBe('umount')
    expect(of('sys_sendfile64(out_fd: 1)')).toBe('sendfile')
    expect(of('sys_sendfile64(out_fd: 1)', 'x86')).toBe('sendfile64')
    expect(of('sys_enter:            NR 1 (1, 2, 3, 4, 5, 6)')).toBe('write')
    expect(of('sys_enter_openat:     dfd: 0xffffff9c')).toBe('openat')
  })

  it('leaves out with a warning what no ABI knows', () => {
    const line = (nr: number): string => `cat-1 [000] ..... 1.0: sys_enter: NR ${nr} (0, 0, 0, 0, 0, 0)\n`
    const { counts, warnings } = parseWeights(line(0) + line(9999) + line(-1) + line(9999), { file: 't' })
    expect(counts).toEqual({ read: 1 })
    expect(warnings).toEqual([
      {
        name: 'unknown-name',
        severity: 'high',
        brief: 't:2:1: unknown call "number 9999 of x86_64" is left out',
        message: 't:2:1: unknown system call "number 9999 of x86_64" is left out, with its count of 2',
        source: { file: 't', line: 2, column: 1 },
      },
      expect.objectContaining({ message: expect.stringContaining('t:3:1: unknown') as string }),
    ])
    const many = Array.from({ length: 30 }, (_, i) => line(10_000 + i)).join('')
    expect(parseWeights(line(0) + many).warnings.at(-1)?.message).toBe(
      '20 more unknown system calls are left out',
    )
  })

  it('takes no line of exits, and none of a program that prints', () => {
    const text = `% time is precious\nsyscall\nNR 1 (\n${sample('tracefs-raw_syscalls')}`
    expect(total(parseWeights(text))).toBe(24)
  })

  it.each(['{"level":"info","msg":"listening"}', '[info] listening', '"quoted"', '{', '{"read": 3}'])(
    'is found after a line that begins like JSON: %s',
    (line) => {
      expect(parseWeights(`${line}\n${sample('strace-f-c')}`)).toMatchObject({
        format: 'strace -c',
        warnings: [],
      })
      expect(total(parseWeights(`${line}\n${sample('strace-f-c')}`))).toBe(495)
      expect(total(parseWeights(`${line}\n${sample('tracefs-raw_syscalls')}`))).toBe(24)
    },
  )
})

describe('JSON', () => {
  it('is an object from name to number', () => {
    const { counts, ...rest } = parseWeights(
      '\ufeff\n{"read": 3, "write":1.5e2, "close": 0, "\\u006fpen": -0}\n',
    )
    expect(rest).toEqual({ format: 'json', warnings: [] })
    expect(counts).toEqual({ read: 3, write: 150, close: 0, open: -0 })
  })

  it('comes back as it was written', () => {
    const some = fc.dictionary(
      fc.constantFrom(...syscallNames),
      fc.double({ min: 0, max: MAX_COUNT, noNaN: true }),
    )
    fc.assert(
      fc.property(some, fc.constantFrom(undefined, 1, '\t'), (counts, space) => {
        fc.pre(Object.values(counts).some((count) => count > 0))
        expect(parseWeights(JSON.stringify(counts, null, space)).counts).toEqual({ ...counts })
      }),
    )
  })

  it('is refused or read, and no other error comes, whatever the text', () => {
    const parts = fc.constantFrom(
      '{',
      '}',
      '"read"',
      '"',
      ':',
      ',',
      '1',
      '-',
      '[',
      '\n',
      'e',
      '\\',
      'null',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (list) => {
        const text = list.join('')
        let whole: unknown
        try {
          whole = JSON.parse(text)
        } catch {
          // The text is not JSON, so it has to be refused.
        }
        try {
          expect(parseWeights(text).counts).toEqual(whole)
        } catch (error) {
          expect(error).toMatchObject({ name: 'PolicyError' })
        }
      }),
      { numRuns: 2000 },
    )
  })
})

const LONG = 'x'.repeat(5_000_000)
const HEAD =
  '% time     seconds  usecs/call     calls    errors syscall\n------ ----------- ----------- --------- --------- ----------------\n'
const EXPECTED =
  'expected a recording, a JSON object from call name to number, or what strace -c, perf trace -s, tracefs or perf script prints'
const RANGE = `expected a number of calls or a share, from 0 to ${MAX_COUNT}`

/** The error with which `text` is refused. */
function refusal(text: string): Error {
  try {
    parseWeights(text, { file: 'w' })
  } catch (error) {
    return error as Error
  }
  throw new Error('it was read')
}

describe('what is wrong is refused with its place', () => {
  it.each([
    ['', 'E_EMPTY', `w:1:1: is empty; ${EXPECTED}`],
    [' \n', 'E_EMPTY', 'w:1:1: is empty'],
    ['hello', 'E_SYNTAX', `w:1:1: holds no counts of calls; ${EXPECTED}`],
    ['\0\u0001\ufffd', 'E_SYNTAX', 'w:1:1: holds no counts of calls'],
    ['openat(AT_FDCWD, "/", O_RDONLY) = 3\n', 'E_SYNTAX', 'w:1:1: holds no counts of calls'],
    ['cat-1 [000] ..... 1.0: sys_exit: NR 0 = 1\n', 'E_SYNTAX', 'w:1:1: holds no counts of calls'],
    ['[1]', 'E_SYNTAX', 'w:1:1: not JSON: expected an object from call name to number; got an array'],
    [
      '"read"',
      'E_SYNTAX',
      'w:1:1: not JSON: expected an object from call name to number; got the string "read"',
    ],
    ['{"read": 1', 'E_SYNTAX', 'w:1:11: not JSON: expected a comma or "}"; the text ends here'],
    ['{"read" 1}', 'E_SYNTAX', 'w:1:9: not JSON: expected a colon; got "1"'],
    ['{"read": 1,}', 'E_SYNTAX', 'w:1:12: not JSON: expected the name of a call in double quotes; got "}"'],
    ['{read: 1}', 'E_SYNTAX', 'w:1:2: not JSON: expected the name of a call in double quotes; got "read"'],
    ['{"read": 1} 2', 'E_SYNTAX', 'w:1:13: not JSON: expected nothing after the object; got "2"'],
    ['{} x', 'E_SYNTAX', 'w:1:4: not JSON: expected nothing after the object; got "x"'],
    ['{"re\nad": 1}', 'E_SYNTAX', 'w:1:2: not JSON: expected the name of a call'],
    [
      `{"${LONG}": 1}`,
      'E_SYNTAX',
      'w:1:2: not JSON: expected the name of a call in double quotes; got the string "xxx',
    ],
    [
      '{\n  "read": "3"\n}',
      'E_TYPE',
      'w:2:11: expected a number of calls or a share for "read"; got the string "3"',
    ],
    ['{"read": null}', 'E_TYPE', 'w:1:10: expected a number of calls or a share for "read"; got "null"'],
    ['{"read": {}}', 'E_TYPE', 'w:1:10: expected a number of calls or a share for "read"; got an object'],
    ['{"read": 01}', 'E_TYPE', 'w:1:10: expected a number of calls or a share for "read"; got "01"'],
    ['{"read": .5}', 'E_TYPE', 'w:1:10: expected a number of calls or a share for "read"; got ".5"'],
    ['{"read": NaN}', 'E_TYPE', 'w:1:10: expected a number of calls or a share for "read"; got "NaN"'],
    ['{"read": -1}', 'E_NUMBER', `w:1:10: "read" is -1; ${RANGE}`],
    ['{"read": 1e400}', 'E_NUMBER', `w:1:10: "read" is 1e400; ${RANGE}`],
    [`{"read": ${'9'.repeat(100_000)}}`, 'E_NUMBER', `w:1:10: "read" is ${'9'.repeat(40)}…; ${RANGE}`],
    [
      '{"read": 1,\r\n "read": 2}',
      'E_SYNTAX',
      'w:2:2: "read" is written twice, first at line 1; remove one, or write the sum',
    ],
    ['{"raed": 1}', 'E_NAME', 'w:1:2: unknown system call "raed"; did you mean "read"?'],
    [
      '{"": 1}',
      'E_NAME',
      'w:1:2: unknown system call ""; names are those of the kernel, as strace prints them',
    ],
    ['{"__proto__": 1}', 'E_NAME', 'w:1:2: unknown system call "__proto__"'],
    ['{"constructor": 1, "read": 1}', 'E_NAME', 'w:1:2: unknown system call "constructor"'],
    ['{}', 'E_EMPTY', 'w:1:1: counts no call; at least one has to be above 0'],
    ['{"read": 0}', 'E_EMPTY', 'w:1:1: counts no call; at least one has to be above 0'],
    [HEAD, 'E_EMPTY', 'w:1:1: counts no call'],
    [
      `${HEAD}  0.00    0.000000           0         3           frobnicate\n`,
      'E_EMPTY',
      'w:1:1: counts no call that an ABI knows (w:3:1: unknown system call "frobnicate" is left out, with its count of 3); at least one has to be above 0',
    ],
    [
      `${HEAD} oops\n`,
      'E_SYNTAX',
      'w:3:2: expected a row of "% time seconds usecs/call calls errors syscall" in the table of strace -c; got "oops"; write the table to a file of its own',
    ],
    [
      `${HEAD}  0.00    0.000000           0       -3           read\n`,
      'E_SYNTAX',
      'w:3:3: expected a row of',
    ],
    [`${HEAD}  0.00    0.000000  0  ${'9'.repeat(16)}  read\n`, 'E_SYNTAX', 'w:3:3: expected a row of'],
    [
      '% time     seconds syscall\n------ ----------- -------\n',
      'E_SYNTAX',
      'w:1:1: the table has no column "calls"; add it to strace -U',
    ],
  ])('%.40s', (text, code, message) => {
    expect(refusal(text)).toMatchObject({ name: 'PolicyError', code, source: 'w' })
    expect(refusal(text).message.slice(0, message.length)).toBe(message)
    expect(refusal(text).message.length).toBeLessThan(400)
  })

  it('a text that is too long is refused unread', () => {
    expect(() => parseWeights(`{${' '.repeat(MAX_WEIGHTS_LENGTH)}`, { file: 'w' })).toThrow(
      expect.objectContaining({
        code: 'E_LIMIT',
        message: `w:1:1: has ${MAX_WEIGHTS_LENGTH + 1} characters; at most ${MAX_WEIGHTS_LENGTH} are read; count with strace -c or perf trace -s, whose output is short`,
      }),
    )
  })

  it.each([
    ['[', '['.repeat(2_000_000)],
    ['a line of megabytes', ' [1] 1: sys'.repeat(400_000)],
    ['digits', `{"read": 1${'0'.repeat(4_000_000)}`],
    ['backslashes', `{"${'\\'.repeat(4_000_000)}`],
  ])('%s by the million take no time and no stack', (_, text) => {
    expect(() => parseWeights(text)).toThrow(expect.objectContaining({ name: 'PolicyError' }))
  })
})
