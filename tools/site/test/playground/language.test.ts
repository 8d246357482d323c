import { describe, expect, it } from 'vitest'
import { EXAMPLES } from '../../src/playground/page/examples.ts'
import { languageOf } from '../../src/playground/page/language.ts'

const LISTING = ` line  OP   JT   JF   K
=================================
 0000: 0x20 0x00 0x00 0x00000004   ld  $data[4]
`

describe('the language of a text', () => {
  it.each([
    "import { policy } from 'seccompile'",
    "import*as all from 'seccompile'",
    "import 'seccompile'",
    "// No sockets.\n\n/* By:\n * me */ import { policy } from 'seccompile'",
    'export default policy({})',
    'export{}',
    'const calls = []',
    'const { a } = b',
    'let x',
    'type Call = string',
    'function f() {}',
    'async function f() {}',
    '\n\n  interface A {}',
  ])('of %j is TypeScript', (text) => {
    expect(languageOf(text)).toBe('typescript')
  })

  it.each(['{', ' \n{ "defaultAction"', '// a profile\n{', '/**/{}'])('of %j is JSON', (text) => {
    expect(languageOf(text)).toBe('json')
  })

  it.each([
    '',
    '   ',
    'imp',
    'import',
    'const',
    'preset:no-network',
    '20 00 00 00 04 00 00 00',
    '0x20, 0x00',
    'BgAAAAAA/38=',
    'constantly',
    'typeAAAA',
    'let: ret #0',
    'type: ld [4]',
    'function: ret #0x7fff0000',
    'ld [4]\njne #0xc000003e, bad',
    '; a comment\nld [4]',
    '/*/',
    '/* never closed import { a }',
    '// only a comment',
    LISTING,
  ])('of %j is plain', (text) => {
    expect(languageOf(text)).toBe('plain')
  })

  it('of each example is the one that it is written in', () => {
    const languages = EXAMPLES.map(({ title, text }) => [title, languageOf(text)])
    expect(languages).toEqual([
      ['A small allow list', 'json'],
      ['An allow list for three ABIs', 'json'],
      ['A deny list with a gap', 'json'],
      ['A policy in TypeScript', 'typescript'],
      ['A profile with a mistake', 'json'],
      ['A raw filter in hex', 'plain'],
      ['A filter in assembly', 'plain'],
    ])
  })

  it.each([
    ['comments', '/**/'.repeat(250_000)],
    ['a comment', `/*${'x'.repeat(1_000_000)}`],
    ['stars', `/*${'*'.repeat(1_000_000)}`],
    ['blanks', ' '.repeat(1_000_000)],
    ['lines', '//\n'.repeat(300_000)],
  ])('takes no time for a megabyte of %s', (_what, text) => {
    const begun = process.cpuUsage()
    expect(languageOf(text)).toBe('plain')
    const { user, system } = process.cpuUsage(begun)
    expect((user + system) / 1e6).toBeLessThan(2)
  })
})
