import { SECCOMP_RET, verdictName } from '@seccompile/abi'
import { describe, expect, it } from 'vitest'
import { colours } from '../src/io.ts'
import type { Io } from '../src/io.ts'
import { verdictColours } from '../src/show/verdict-colours.ts'

const io = (env: Io['env'], isTerminal: boolean = false): Io => ({
  out: () => {},
  outBytes: () => {},
  err: () => {},
  outIsTerminal: isTerminal,
  errIsTerminal: false,
  env,
})
const FORCED = io({ FORCE_COLOR: '1' })
/** `text` with the parts in colours in brackets, by the number of the colour. */
const marked = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  verdictColours(FORCED, text).replaceAll(/\u001b\[(\d+)m/g, (_, code: string) =>
    code === '39' ? ']' : `[${code} `,
  )

describe('the colour of a verdict', () => {
  it('is that of its action, for every action', () => {
    const all = Object.values(SECCOMP_RET).map((verdict) => marked(verdictName(verdict)))
    expect(all).toEqual([
      '[31 KILL_PROCESS]',
      '[31 KILL_THREAD]',
      '[35 TRAP]',
      '[33 ERRNO(0)]',
      '[35 USER_NOTIF]',
      '[35 TRACE]',
      '[36 LOG]',
      '[32 ALLOW]',
    ])
  })

  it('takes in the data', () => {
    expect(marked('ERRNO(1) -> TRACE(7): ERRNO(EPERM)')).toBe(
      '[33 ERRNO(1)] -> [35 TRACE(7)]: [33 ERRNO(EPERM)]',
    )
  })

  it('is for whole words, and for no name of a file or of a constant', () => {
    for (const text of [
      'ALLOW.bpf',
      './ALLOW',
      'ALLOW/x',
      'SECCOMP_RET_ALLOW',
      'ALLOWED',
      'LOG-1',
      'preset:LOG',
    ])
      expect(marked(text)).toBe(text)
  })

  it('changes nothing but colours', () => {
    const text = 'x86_64\n  ALLOW: read\n  KILL_PROCESS otherwise\n'
    expect(marked(text).replaceAll(/\[\d\d |\]/g, '')).toBe(text)
  })
})

describe('colours', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ NO_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '' }, false, false],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: 'false' }, true, false],
    [{ FORCE_COLOR: 'true' }, false, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
    [{ TERM: 'dumb', FORCE_COLOR: '1' }, true, true],
  ])('with %o, and a terminal: %s, are there: %s', (env, isTerminal, are) => {
    expect(colours(io(env, isTerminal), 'out').areOn).toBe(are)
  })

  it('are the codes of terminals, each with the code that ends it', () => {
    const { bold, dim, red, green, yellow, magenta, cyan } = colours(io({}, true), 'out')
    const all = [bold, dim, red, green, yellow, magenta, cyan].map((paint) =>
      paint('x').replaceAll('\u001B', ''),
    )
    expect(all).toEqual([
      '[1mx[22m',
      '[2mx[22m',
      '[31mx[39m',
      '[32mx[39m',
      '[33mx[39m',
      '[35mx[39m',
      '[36mx[39m',
    ])
    expect(colours(io({}, false), 'out').red('x')).toBe('x')
  })
})
