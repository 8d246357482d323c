/*
 * The settings of a unit file, with the places of their words.
 *
 * A line is a comment, a section in brackets, or `Key=value`. A line that ends in a backslash goes on in the next one, and a
 * comment between the two is left out. Words of a value are parted by blanks. A key counts in sections that start programs,
 * and where a text has no section at all, as the lines that people paste.
 *
 * Sources: systemd src/shared/conf-parser.c: config_parse(), parse_line(); src/basic/extract-word.c: extract_first_word().
 */
import { PolicyError, quote } from '@seccompile/policy'
import type { Source } from '@seccompile/policy'

/** A word of a value. */
export interface Word {
  readonly text: string
  readonly source: Source
}

/** A setting: `Key=word word`. */
export interface Setting {
  readonly key: string
  readonly words: readonly Word[]
  /** The section that it stands in; `undefined` where there is none. */
  readonly section: string | undefined
  readonly source: Source
}

/** The most UTF-16 units of a unit. @see systemd src/basic/constants.h: LONG_LINE_MAX, which is as long for a line */
export const MAX_UNIT_LENGTH: number = 1024 * 1024

/** The most words of all settings: a set has up to 538 calls. */
const MAX_WORDS = 8192

/** The sections whose settings are those of a program that is started. */
export const EXEC_SECTIONS: readonly string[] = ['Service', 'Socket', 'Mount', 'Swap']

/** A piece of a line in the file. */
interface Piece {
  readonly text: string
  readonly line: number
  /** From 0. */
  readonly column: number
}

function wordsOf(pieces: readonly Piece[], file: string): readonly Word[] {
  return pieces.flatMap(({ text, line, column }) =>
    [...text.matchAll(/[^ \t\f\v]+/g)].map(({ 0: word, index }) => ({
      text: word,
      source: { file, line, column: column + index + 1 },
    })),
  )
}

const isComment = (line: string): boolean => /^[ \t]*[#;]/.test(line)

/** The lines of a text with their continuations, each without the backslash. */
function* logicalLines(text: string): Generator<readonly [Piece, ...Piece[]]> {
  let open: Piece[] = []
  for (const [i, whole] of text.split(/\r\n|\n|\r/).entries()) {
    if (isComment(whole)) continue
    const goesOn = whole.endsWith('\\')
    open.push({ text: goesOn ? whole.slice(0, -1) : whole, line: i + 1, column: 0 })
    if (goesOn) continue
    yield open as [Piece, ...Piece[]] // a piece was pushed
    open = []
  }
  const [first, ...others] = open
  if (first !== undefined) yield [first, ...others]
}

/**
 * The settings of the unit `text`, in their order.
 * @throws PolicyError E_LIMIT for a text too long, E_SYNTAX for a line that is neither a setting nor a section
 */
export function settingsOf(text: string, file: string): readonly Setting[] {
  if (text.length > MAX_UNIT_LENGTH)
    throw new PolicyError(
      'E_LIMIT',
      `unit has ${text.length} characters; at most ${MAX_UNIT_LENGTH} are read`,
      {
        file,
        line: 1,
        column: 1,
      },
    )
  const settings: Setting[] = []
  let section: string | undefined
  let count = 0
  for (const [first, ...others] of logicalLines(text.startsWith('\ufeff') ? text.slice(1) : text)) {
    const start = first.text.search(/[^ \t\f\v]/)
    if (start === -1 && others.every((piece) => piece.text.trim() === '')) continue
    const source = { file, line: first.line, column: Math.max(start, 0) + 1 }
    const header = /^\s*\[([^\]]*)\]\s*$/.exec(first.text)
    if (header !== null && others.length === 0) {
      section = header[1]
      continue
    }
    const equals = first.text.indexOf('=')
    const key = first.text.slice(0, Math.max(equals, 0)).trim()
    if (equals === -1 || key === '')
      throw new PolicyError(
        'E_SYNTAX',
        `expected a setting such as "SystemCallFilter=@system-service"; got ${quote(first.text.trim())}`,
        source,
      )
    const value = { text: first.text.slice(equals + 1), line: first.line, column: equals + 1 }
    const words = wordsOf([value, ...others], file)
    count += words.length
    if (count > MAX_WORDS)
      throw new PolicyError('E_LIMIT', `unit has more than ${MAX_WORDS} words in its settings`, source)
    settings.push({ key, words, section, source })
  }
  return settings
}
