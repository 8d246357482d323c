/* The sets of systemd: the form in which its command prints them, and a command in its place that misbehaves. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callsOfSet, parseSystemdSets, systemdSets } from '../src/load/systemd-sets.ts'

const isInstalled = spawnSync('systemd-analyze', ['--version'], { stdio: 'ignore' }).status === 0
if (!isInstalled)
  console.warn('not run: the sets of this machine’s systemd: systemd-analyze does not work here')

/** A text in the form of systemd-analyze(1). */
const TEXT = `@outer
    # Sets and calls
    # on two lines
    @inner
    write
    close

@inner
    # The inner one
    @outer
    read
    close

@empty
    # Nothing at all

# Not in any set: 1
#   bogus_call
`

describe('the text of systemd-analyze', () => {
  const sets = parseSystemdSets(TEXT)

  it('has sets with a remark, sets and calls', () => {
    expect(sets).toEqual([
      { name: '@outer', summary: 'Sets and calls on two lines', sets: ['@inner'], own: ['write', 'close'] },
      { name: '@inner', summary: 'The inner one', sets: ['@outer'], own: ['read', 'close'] },
      { name: '@empty', summary: 'Nothing at all', sets: [], own: [] },
    ])
  })

  it('has the calls of sets in sets, also where they hold each other', () => {
    expect(callsOfSet('@outer', sets)).toEqual(['close', 'read', 'write'])
    expect(callsOfSet('@inner', sets)).toEqual(['close', 'read', 'write'])
    expect(callsOfSet('@empty', sets)).toEqual([])
    expect(callsOfSet('@none', sets)).toEqual([])
  })

  it('may have the line ends of another system', () => {
    expect(parseSystemdSets(TEXT.replaceAll('\n', '\r\n'))).toEqual(sets)
  })

  it('is read at once where a line is as long as the output may be', () => {
    const spaces = ' '.repeat(1_000_000)
    const text = `@a\n    # some${spaces}more${spaces}\n${spaces}read${spaces}\n${spaces}\n`
    expect(parseSystemdSets(text)).toEqual([
      { name: '@a', summary: `some${spaces}more`, sets: [], own: ['read'] },
    ])
  })

  it.each([
    [
      '    read\n',
      'line 1: expected a set such as @file-system, or below it a remark, a set or a call; got "    read"',
    ],
    ['@a\n    read write\n', 'line 2: expected a set'],
    ['@a\nread\n', 'line 2: expected a set'],
    ['@a\n\u001b[0m    read\n', 'line 2: expected a set'],
    ['@a b\n', 'line 1: expected a set'],
    ['', 'expected sets such as @file-system; got none'],
    ['# a remark\n', 'expected sets such as @file-system; got none'],
  ])('is refused where it has another form: %j', (text, message) => {
    expect(() => parseSystemdSets(text)).toThrow(
      expect.objectContaining({ name: 'CliError', message: expect.stringContaining(message) as string }),
    )
  })
})

describe('the command systemd-analyze', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'seccompile-systemd-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** The sets that a command in the place of systemd’s has, a script of the shell. */
  const under = (script: string) => {
    const path = join(folder, 'systemd-analyze')
    writeFileSync(path, `#!/bin/sh\n${script}\n`)
    chmodSync(path, 0o755)
    return systemdSets({
      out: () => undefined,
      outBytes: () => undefined,
      err: () => undefined,
      outIsTerminal: false,
      errIsTerminal: false,
      env: { PATH: `${folder}:/usr/bin:/bin` },
    })
  }

  it('is asked for its sets, without colours and in English', () => {
    const sets = under('echo "@asked"; echo "    # $* $LC_ALL $SYSTEMD_COLORS"; echo "    read"')
    expect(sets).toEqual([
      { name: '@asked', summary: 'syscall-filter --no-pager C 0', sets: [], own: ['read'] },
    ])
  })

  it('is named where it fails, with what it said', () => {
    expect(() => under('echo "Unknown command verb." >&2; exit 3')).toThrow(
      '--systemd: systemd-analyze syscall-filter ended with 3: Unknown command verb.',
    )
    expect(() => under('kill -9 $$')).toThrow('systemd-analyze syscall-filter ended with SIGKILL')
    expect(() => under('exit 0')).toThrow('expected sets such as @file-system; got none')
  })

  it('may not print without end', () => {
    expect(() => under('exec yes @a')).toThrow('printed more than 1048576 bytes')
  })

  it.skipIf(!isInstalled)('of this machine has the set of basic input and output', () => {
    const io = { out: () => undefined, outBytes: () => undefined, err: () => undefined } as const
    const { PATH } = process.env
    const sets = systemdSets({ ...io, outIsTerminal: false, errIsTerminal: false, env: { PATH } })
    expect(callsOfSet('@basic-io', sets)).toContain('pread64')
    expect(callsOfSet('@default', sets)).toEqual(expect.arrayContaining([...callsOfSet('@sandbox', sets)]))
  })
})
