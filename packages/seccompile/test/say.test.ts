import { describe, expect, it } from 'vitest'
import { sayError, sayNote, sayWarning, sayWarnings } from '../src/show/say.ts'

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

describe('warnings', () => {
  it('end with their name, and are the first few of each name, and how many more', () => {
    let err = ''
    const io = {
      out: () => {},
      outBytes: () => {},
      err: (text: string) => (err += text),
      outIsTerminal: false,
      errIsTerminal: false,
      env: {},
    }
    const names = Array.from(
      { length: 12 },
      (_, i) => ({ name: 'unknown-name', message: `name ${i}` }) as const,
    )
    sayWarnings(io, [
      ...names,
      { name: 'empty-policy', message: 'nothing is left' },
      { message: 'of the command' },
    ])
    expect(err.split('\n').slice(8)).toEqual([
      'warning: name 8 [unknown-name]',
      'warning: name 9 [unknown-name]',
      'warning: 2 more such warnings are not shown; "compile --json" lists all [unknown-name]',
      'warning: nothing is left [empty-policy]',
      'warning: of the command',
      '',
    ])
    err = ''
    sayWarnings(io, names.slice(0, -1))
    expect(err).toContain('warning: 1 more such warning is not shown; ')
  })
})
