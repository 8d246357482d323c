import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { constantNamed } from '@seccompile/constants/all'
import { recordingCounts, recordingLines, readRecording } from '@seccompile/recording'
import { readTrace, traceReader } from '@seccompile/traces'
import { rowTexts, traced } from './lines.ts'

const read = (url: string): string => readFileSync(new URL(url, import.meta.url), 'utf8')
const weights = (name: string): string => read(`../../weights/test/samples/${name}.txt`)
const SAMPLES = [
  ...['perf-script-raw_syscalls', 'perf-script-syscalls', 'perf-trace-s-errno-summary', 'perf-trace-s', 'strace-C', 'strace-c-U-name-calls', 'strace-f-c', 'tracefs-raw_syscalls', 'tracefs-syscalls'].map(weights),
  ...['strace-n-x86', 'strace-f-n-Y-ttt-raw-x86', 'dmesg'].map((name) => read(`samples/${name}.txt`)),
] // prettier-ignore

describe('other traces', () => {
  it.each([
    ['tracefs-raw_syscalls', 'tracefs', 24, ['x86_64 fcntl ,0x0 1', 'x86_64 openat ,,0x241 1']],
    ['tracefs-syscalls', 'tracefs', 24, ['x86_64 fcntl ,0x0 1', 'x86_64 openat ,,0x241 1']],
    ['perf-script-raw_syscalls', 'perf script', 40, ['x86_64 openat ,,0x80000 6']],
    ['perf-script-syscalls', 'perf script', 40, ['x86_64 openat ,,0x80000 6']],
    ['strace-f-c', 'strace -c', 495, ['x86_64 openat 98', 'x86_64 openat more 98']],
    ['perf-trace-s', 'perf trace -s', 367, ['x86_64 vfork 4']],
  ])('%s is a recording of %s', (name, source, total, some) => {
    const text = weights(name)
    const { head, rows, isComplete } = traced(text)
    expect({ source: head.source, isComplete }).toEqual({ source, isComplete: true })
    expect(rows.reduce((sum, { args, count }) => sum + (args === undefined ? count : 0), 0)).toBe(total)
    expect(rowTexts(text)).toEqual(expect.arrayContaining(some))
  })

  it('two forms of one trace have the same values', () => {
    const values = (name: string): readonly string[] => rowTexts(weights(name)).filter((row) => !row.includes('more'))
    expect(values('tracefs-syscalls').length).toBeGreaterThan(20)
    // perf cuts registers to the type of the argument, which is what the kernel reads.
    const raw = new Set(values('perf-script-raw_syscalls'))
    expect(values('perf-script-syscalls').filter((row) => !raw.has(row))).toEqual([])
  }) // prettier-ignore

  it('records of the kernel have number, ABI, program and time', () => {
    const record = (arch: string, nr: number): string =>
      `[1.0] audit: type=1326 audit(1796029887.492:1): auid=4294967295 uid=0 gid=0 ses=4294967295 pid=3 comm="bash" exe="/usr/bin/bash" sig=31 arch=${arch} syscall=${nr} compat=0 ip=0x7ff2 code=0x0\n`
    const { head, rows } = traced(
      `${record('c000003e', 41)}${record('40000003', 1)}${record('c000003e', 0x4000_0027)}[2.0] audit: 3 callbacks suppressed\n${record('9', 1)}[3.0] audit: type=1326 audit(1: cut\n`,
    )
    expect(rows.filter(({ args }) => args === undefined)).toEqual([
      { abi: 'x86_64', nr: 41, call: 'socket', program: '/usr/bin/bash', count: 1, first: 1_796_029_887_492, last: 1_796_029_887_492 },
      expect.objectContaining({ abi: 'x86', call: 'exit' }),
      expect.objectContaining({ abi: 'x32', call: 'getpid' }),
    ])
    expect(head).toMatchObject({
      source: 'audit',
      unseen: [
        'arguments: records of the kernel have none',
        'calls of which the kernel keeps no record',
        'records of the kernel that are cut, or that another program has rewritten: 1 line',
        'records of an unknown architecture: 1 line',
        'records that the kernel left out, as its log says: 1 line',
      ],
    })
  }) // prettier-ignore

  it('lines of dmesg are three calls of getppid', () => {
    // Made by Linux 6.18, for programs under filters with KILL_PROCESS and KILL_THREAD.
    const { head, rows } = traced(read('samples/dmesg.txt'))
    expect(head.source).toBe('audit')
    expect(
      rows.map(({ abi, call, count, program }) => [abi, call, count, program?.split('/').at(-1)]),
    ).toEqual([
      ['x86_64', 'getppid', 2, expect.stringMatching(/^stack-/)],
      ['x86_64', 'getppid', 1, 'node'],
    ])
  })

  it('the table of -C counts only what the lines lack', () => {
    const { head, rows } = traced(weights('strace-C'))
    expect(head.source).toBe('strace')
    // 161 in the table, and exit_group, which strace -c never counts.
    expect(rows.reduce((sum, { args, count }) => sum + (args === undefined ? count : 0), 0)).toBe(162)
  })

  it('a table of each personality is of its ABI', () => {
    const head = `% time     seconds  usecs/call     calls    errors syscall
------ ----------- ----------- --------- --------- ----------------\n`
    const row = (name: string): string => `  0.00    0.000000           0         1           ${name}\n`
    const end = `------ ----------- ----------- --------- --------- ----------------\n100.00    0.000000           0         1           total\n`
    const text = `${head}${row('read')}${end}System call usage summary for 32 bit mode:\n${head}${row('read')}${end}System call usage summary for x32 mode:\n${head}${row('read')}${end}${head}${row('read')}${end}`
    expect(rowTexts(text).filter((one) => !one.includes('more'))).toEqual(['x86_64 read 2', 'x86 read 1', 'x32 read 1'])
  }) // prettier-ignore

  it('events that were lost are said', () => {
    const { head } = traced(`CPU:0 [LOST 123 EVENTS]\n${weights('tracefs-syscalls')}`)
    expect(head.unseen).toContain('events that were lost, as the trace says: 1 line')
  })
})

describe('a text', () => {
  it('is cut where its last line is', () => {
    expect(traced('getpid() = 7\nopenat(AT_FDCWD, "/etc/l')).toMatchObject({ isComplete: false })
    expect(rowTexts('getpid() = 7\nopenat(AT_FDCWD, "/etc/l')).toContain('x86_64 openat 1')
    expect(traced('getpid() = 7\nwrite(1, "a = 5')).toMatchObject({ isComplete: false })
    expect(traced('getpid() = 7\nwrite(1, "\\"a = 5", 6) = 6')).toMatchObject({ isComplete: true })
    expect(traced('getpid() = 7\ngetpid() = 7')).toMatchObject({ isComplete: true })
    // A name that is cut would be another: "open" of "openat".
    const table = weights('strace-f-c')
    const cut = table.slice(0, table.indexOf('openat') + 4)
    expect(traced(cut)).toMatchObject({ isComplete: false })
    expect(rowTexts(cut).join()).not.toContain('open')
  })

  it.each(['', '\n', 'hello\n', '\0\u0001', '{"read": 3}', '% time\n'])('that shows no call is refused: %j', (text) => {
    expect(() => readTrace(text, { file: 'f' })).toThrow(
      expect.objectContaining({ name: 'PolicyError', code: 'E_SYNTAX', message: expect.stringContaining('f:1:1: shows no call; expected what strace, strace -c') as string }),
    )
  }) // prettier-ignore

  it('has the same recording in any pieces, and is one that can be written and read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), fc.integer({ min: 1, max: 5000 }), (text, size) => {
        const reader = traceReader({ constantNamed })
        for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size))
        const recording = reader.end()
        expect(recording).toEqual(readTrace(text, { constantNamed }))
        const counts = recordingCounts()
        for (const row of recording.rows) counts.addRow(row)
        expect(readRecording([...recordingLines(recording.head, counts)].join(''))).toEqual({ ...recording, isComplete: true })
      }),
      { numRuns: 40 },
    )
  }) // prettier-ignore

  it('is read, or refused with PolicyError, whatever it holds', () => {
    const parts = fc.constantFrom(...Array.from('()[]{}<>|,= "\\\n0x1-?:.'), 'openat(', ' <unfinished ...>', '/*', ' */', '[ Process PID=1 runs in 32 bit mode. ]', '[pid 1] ', 'AF_INET', 'flags=', '= 0\n', 'audit(1.000:1): ', 'type=1326', '\ud800', '\0', '\u001b[1m', 'syscall_0xffffffffffffffff(', '[4294967295] ', 'frobnicate(', 'strace: Process 1 attached\n', '__proto__(', '[  -1] ') // prettier-ignore
    const mutated = fc
      .tuple(fc.constantFrom(...SAMPLES), fc.nat(), fc.nat(200), fc.array(parts, { maxLength: 8 }))
      .map(([text, at, length, with_]) => {
        const from = at % text.length
        return (
          text.slice(Math.max(0, from - 3000), from) + with_.join('') + text.slice(from + length, from + 3000)
        )
      })
    const anything = fc.oneof(
      fc.array(parts, { maxLength: 40 }).map((list) => list.join('')),
      mutated,
    )
    fc.assert(
      fc.property(anything, (text) => {
        try {
          const { head, rows } = readTrace(text, { constantNamed })
          const counts = recordingCounts()
          for (const row of rows) counts.addRow(row)
          readRecording([...recordingLines(head, counts)].join(''))
        } catch (error) {
          expect(error).toMatchObject({ name: 'PolicyError' })
        }
      }),
      { numRuns: 1500 },
    )
  })

  it.each([
    ['a long text', `write(1, "${'x'.repeat(3_000_000)}", 3) = 3`],
    ['brackets', `write(1, ${'['.repeat(3_000_000)}`],
    ['comments', `write(1, ${' /*'.repeat(1_000_000)}`],
    ['notes', `write(1, ${'3<'.repeat(1_000_000)}`],
    ['flags', `socket(${'AF_INET|'.repeat(400_000)}`],
    ['arguments', `socket(${'1,'.repeat(1_000_000)}`],
    ['spaces', `1${' '.repeat(2_000_000)}getpid() = 1`],
    ['spaces before a result', `getpid()${' '.repeat(2_000_000)}= 1`],
    ['stops', `getpid(${' <unfinished ..'.repeat(200_000)}`],
    ['records', 'auid=1 uid=1 gid=1 ses=1 pid=1 comm="'.repeat(100_000)],
    ['events', ' [1] 1: sys'.repeat(400_000)],
    ['lines', 'x\n'.repeat(1_000_000)],
    ['processes', Array.from({ length: 200_000 }, (_, pid) => `${pid} getpid() = 1\n`).join('')],
    ['names', Array.from({ length: 100_000 }, (_, i) => `frob${i}() = 1\n`).join('')],
  ])('of millions of characters takes no long time: %s', (_, text) => {
    const began = process.cpuUsage()
    try {
      readTrace(`${text}\ngetpid() = 1\n`, { constantNamed })
    } catch (error) {
      expect(error).toMatchObject({ name: 'PolicyError' })
    }
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1e6).toBeLessThan(10)
  })

  it('may begin with a byte order mark', () => {
    expect(rowTexts('\ufeffgetpid() = 7\r\n')).toEqual(['x86_64 getpid 1'])
  })

  it('is refused where its tables count more calls of a name than a number holds', () => {
    const rule = '------ ----------- ----------- --------- --------- ----------------\n'
    const row = '  2.69    0.000019           0        999999999999999         close\n'
    const text = `% time     seconds  usecs/call     calls    errors syscall\n${rule}${row.repeat(10)}${rule}`
    expect(() => traced(text)).toThrow(
      'trace:12:1: the tables count more than 9007199254740991 calls of "close"',
    )
  })

  it('has no program where its path is longer than the kernel allows', () => {
    const record = `auid=1 uid=0 gid=0 ses=1 pid=3 comm="x" exe="/${'x'.repeat(5000)}" sig=31 arch=c000003e syscall=39 compat=0 ip=0x7 code=0x80000000`
    const { head, rows } = traced(`type=SECCOMP msg=audit(1795580994.634:855): ${record}\n`)
    expect(rows).toEqual([expect.not.objectContaining({ program: expect.anything() })])
    expect(head.unseen).toContain('programs of some calls')
  })

  it('the table of -C counts a call without a name once', () => {
    const rule = '------ ----------- ----------- --------- --------- ----------------\n'
    const table = `% time     seconds  usecs/call     calls    errors syscall\n${rule}  0.00    0.000000           0         1         1 syscall_0x1e61\n${rule}`
    const { rows } = traced(`syscall_0x1e61(0x1) = -1 ENOSYS\n${table}`)
    expect(rows).toEqual([{ abi: 'x86_64', nr: 0x1e61, count: 1 }])
  })

  it('shows the escapes of terminals in names only escaped', () => {
    const text = '12<\u001b[31mx> getpid() = 7\n\u001b[31m(1) = 2\n'
    const { head, rows } = traced(text)
    const counts = recordingCounts()
    for (const row of rows) counts.addRow(row)
    expect([...recordingLines(head, counts)].join('')).not.toContain('\u001b')
  })
})
