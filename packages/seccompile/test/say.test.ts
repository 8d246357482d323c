import { describe, expect, it } from 'vitest'
import type { WarningOutput } from '../src/io/io.ts'
import { sayError, sayNote, sayWarning, sayWarnings } from '../src/show/say.ts'
import type { AnswerWarning } from '@seccompile/answer'
import { sayInterrupted } from '../src/show/say-interrupted.ts'
import { silentIo } from './silent-io.ts'

/** The output of all three functions in an environment. `errIsTerminal`: whether standard error is a terminal. */
function said(errIsTerminal: boolean, env: Readonly<Record<string, string>>): string {
  let err = ''
  const io = {
    out: () => {},
    outBytes: () => {},
    err: (text: string) => (err += text),
    outIsTerminal: false,
    errIsTerminal,
    env,
  }
  sayError(io, 'e')
  sayWarning(io, 'w')
  sayNote(io, 'n')
  return err
}

describe('colours', () => {
  const PLAIN = 'error: e\nwarning: w\nnote: n\n'

  it('are for terminals', () => {
    expect(said(true, {})).toContain('\u001b[31merror:')
    expect(said(true, { NO_COLOR: '' })).toContain('\u001b[31merror:')
    expect(said(false, {})).toBe(PLAIN)
    expect(said(false, { FORCE_COLOR: '1' })).toContain('\u001b[31merror:')
  })

  it('are left out where NO_COLOR or TERM says so', () => {
    expect(said(true, { NO_COLOR: '1' })).toBe(PLAIN)
    expect(said(true, { TERM: 'dumb' })).toBe(PLAIN)
  })
})

/** What {@link sayWarnings} prints of `files`, as `output` asks for. */
function warned(output: Partial<WarningOutput>, ...files: readonly (readonly AnswerWarning[])[]): string {
  let err = ''
  const io = {
    out: () => {},
    outBytes: () => {},
    err: (text: string) => (err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    warnings: { amount: 'lines', makes: true, isLong: false, ...output },
    env: {},
  } as const
  sayWarnings(io, ...files)
  return err
}

describe('warnings', () => {
  const names = Array.from(
    { length: 12 },
    (_, i) =>
      ({ name: 'unknown-name', brief: `name ${i}`, message: `name ${i} is long`, severity: 'high' }) as const,
  )
  const empty = {
    name: 'empty-policy',
    brief: 'nothing',
    message: 'nothing is left',
    severity: 'medium',
  } as const
  const ofCommand = { message: 'of the command' }

  it('end with their name, and are the first few of each name, and how many more', () => {
    expect(
      warned({}, [...names, empty, ofCommand])
        .split('\n')
        .slice(8),
    ).toEqual([
      'warning: name 8 [unknown-name]',
      'warning: name 9 [unknown-name]',
      'warning: 2 more such; --warnings all shows them [unknown-name]',
      'warning: nothing [empty-policy]',
      'warning: of the command',
      '',
    ])
    expect(warned({}, names.slice(0, -1))).toContain('warning: name 10 [unknown-name]\n')
    expect(warned({ amount: 'all' }, names)).toContain('warning: name 11 [unknown-name]\n')
    expect(warned({ isLong: true }, names)).toContain('warning: name 9 is long [unknown-name]\n')
  })

  it('are printed once, also where two files have them', () => {
    expect(warned({}, [empty], [empty])).toBe('warning: nothing [empty-policy]\n')
    expect(warned({ amount: 'summary' }, [empty], [empty])).toContain('1 file: 1 warning, [empty-policy];')
  })

  it('that are only facts are notes, whatever is asked for', () => {
    for (const amount of ['all', 'lines', 'summary', 'none'] as const)
      expect(warned({ amount }, [{ message: 'a fact', isNote: true }])).toBe('note: a fact\n')
  })

  it('are one line of a question, and none of --quiet but the count of high ones where something is made', () => {
    const files = [[...names, empty], [{ ...empty, message: 'of another file' }]] as const
    expect(warned({ amount: 'summary', makes: false }, ...files)).toBe(
      'note: 2 files: 14 warnings, [unknown-name] ×12, [empty-policy] ×2; see --warnings all\n',
    )
    expect(warned({ amount: 'none', makes: false }, ...files)).toBe('')
    expect(warned({ amount: 'none' }, ...files)).toBe(
      'note: 1 file: 12 high warnings, [unknown-name] ×12; see --warnings all\n',
    )
    expect(warned({ amount: 'none' }, [empty])).toBe('')
  })

  it('are grouped in linear time: 40,000 of one name (issue 50)', () => {
    const many = Array.from(
      { length: 40_000 },
      (_, i) => ({ name: 'unknown-name', message: `key ${i}` }) as const,
    )
    const before = process.cpuUsage()
    expect(warned({}, many).split('\n')).toHaveLength(12)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(2) // in seconds; copies of the list for each took 7 to 20
  })
})

describe('calls that a signal interrupted', () => {
  it.each([
    [{}, /^$/], // strace does not count them
    [{ interrupted: 0 }, /^$/],
    [{ interrupted: 1 }, /^note: 1 call was interrupted .* EINTR .* "record --by strace" .*\n$/],
    [{ interrupted: 2 }, /^note: 2 calls were interrupted /],
  ])('are said where there is one: %j', (report, text) => {
    let err = ''
    sayInterrupted({ ...silentIo({}), err: (said) => (err += said) }, report)
    expect(err).toMatch(text)
  })
})
