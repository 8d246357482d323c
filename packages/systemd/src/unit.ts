/*
 * The settings of a unit file, with the places of their characters.
 *
 * A line is a comment, a section in brackets, or `Key=value`. A line that ends in an odd number of backslashes
 * continues in the next one: the last backslash becomes a blank. After an even number the line ends, since
 * backslashes escape each other. A comment between two such lines is left out, and an empty line ends the
 * continuation.
 *
 * Sources: systemd src/shared/conf-parser.c: config_parse(), parse_line(); src/basic/fileio.c: read_line_full().
 */
import { PolicyError } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import type { Source } from '@seccompile/policy'

/** A text from one or several lines of the file, joined, with the place of each character. */
export interface PlacedText {
  readonly text: string
  /** The place of the character with index `at`. */
  readonly sourceAt: (at: number) => Source
}

/** A setting: `Key=value`. */
export interface Setting {
  readonly key: string
  /** The value, without blanks at its ends. */
  readonly value: PlacedText
  /** The section of the setting; `undefined` before the first section. */
  readonly section: string | undefined
  readonly source: Source
}

/** A line that systemd leaves out with a warning: it has no `=`, or no key before the `=`. */
export interface LostLine {
  readonly text: string
  readonly section: string | undefined
  readonly source: Source
}

/** The lines of a unit. */
export interface UnitLines {
  readonly settings: readonly Setting[]
  readonly lost: readonly LostLine[]
  /** The sections in the order in which they begin. */
  readonly sections: readonly string[]
}

/** The most UTF-16 units of a unit. @see systemd src/basic/constants.h: LONG_LINE_MAX, which is as long for a line */
export const MAX_UNIT_LENGTH: number = 1024 * 1024

/** The most words of all settings: a set has up to 556 calls. */
const MAX_WORDS = 8192

/** The line ends that systemd knows. @see systemd src/basic/fileio.c: read_line_full() */
const END_OF_LINE = /(?:\r\n?|\n\r?)\0?|\0/

const BYTE_ORDER_MARK = '\ufeff'

const isComment = (line: string): boolean => /^[ \t]*[#;]/.test(line)

const goesOn = (line: string): boolean => /\\*$/.exec(line)![0].length % 2 === 1 // the pattern also matches the empty text

/** `placed` from the character `from` up to `to`, without blanks at its ends. */
function stripped({ text, sourceAt }: PlacedText, from: number = 0, to: number = text.length): PlacedText {
  const part = text.slice(from, to)
  const begin = from + /^[ \t]*/.exec(part)![0].length // the pattern also matches the empty text
  return { text: part.replace(/^[ \t]+/, '').replace(/[ \t]+$/, ''), sourceAt: (at) => sourceAt(begin + at) }
}

/** The lines of a text, each joined with its continuations. */
function* logicalLines(text: string, file: string): Generator<PlacedText> {
  let joined = ''
  let pieces: { readonly at: number; readonly line: number; readonly column: number }[] = []
  let isMarkSeen = false
  const take = (): PlacedText => {
    const own = pieces
    const placed: PlacedText = {
      text: joined,
      sourceAt: (at) => {
        const piece = own.findLast((each) => each.at <= at) ?? own[0]! // every line has a piece
        return { file, line: piece.line, column: piece.column + at - piece.at + 1 }
      },
    }
    joined = ''
    pieces = []
    return placed
  }
  for (const [i, whole] of text.split(END_OF_LINE).entries()) {
    if (isComment(whole)) continue
    const isMarked: boolean = !isMarkSeen && whole.startsWith(BYTE_ORDER_MARK)
    isMarkSeen ||= isMarked
    const line = isMarked ? whole.slice(1) : whole
    pieces.push({ at: joined.length, line: i + 1, column: isMarked ? 1 : 0 })
    joined += goesOn(line) ? `${line.slice(0, -1)} ` : line
    if (!goesOn(line)) yield take()
  }
  if (pieces.length > 0) yield take()
}

/** Characters that keep systemd from loading a unit. @see systemd src/basic/utf8.c: unichar_is_valid() */
const NO_CHARACTER = /[\p{Noncharacter_Code_Point}\p{Surrogate}]/u

/**
 * Checks the characters of a line.
 * @throws PolicyError E_SYNTAX where one of them keeps systemd from loading the unit
 */
function checkCharacters({ text, sourceAt }: PlacedText): void {
  const found = NO_CHARACTER.exec(text)
  if (found === null) return
  const code = found[0].codePointAt(0)!.toString(16).toUpperCase() // a match has a character
  throw new PolicyError(
    'E_SYNTAX',
    `expected text in UTF-8; got U+${code}, which is no character, and for which systemd does not load the unit`,
    sourceAt(found.index),
  )
}

/**
 * The name in the header of a section.
 * @throws PolicyError E_SYNTAX where the header keeps systemd from loading the unit
 */
function sectionName(header: PlacedText): string {
  const name = header.text.slice(1, -1)
  // eslint-disable-next-line no-control-regex -- systemd refuses control characters
  if (header.text.length > 1 && header.text.endsWith(']') && !/[\x01-\x1f"'\\\x7f]/.test(name)) return name
  throw new PolicyError(
    'E_SYNTAX',
    `expected a section such as "[Service]"; got ${quote(header.text)}, for which systemd does not load the unit`,
    header.sourceAt(0),
  )
}

/**
 * The lines of the unit `text`, in order.
 * @throws PolicyError E_LIMIT for a text too long, E_SYNTAX where a header or a character keeps systemd from loading
 *   the unit
 */
export function linesOf(text: string, file: string): UnitLines {
  const start = { file, line: 1, column: 1 }
  if (text.length > MAX_UNIT_LENGTH)
    throw new PolicyError('E_LIMIT', `unit has ${text.length} characters; at most ${MAX_UNIT_LENGTH} are read`, start) // prettier-ignore
  const settings: Setting[] = []
  const lost: LostLine[] = []
  const sections: string[] = []
  let section: string | undefined
  let count = 0
  for (const whole of logicalLines(text, file)) {
    const line = stripped(whole)
    if (line.text === '') continue
    checkCharacters(line)
    const source = line.sourceAt(0)
    if (line.text.startsWith('[')) {
      section = sectionName(line)
      sections.push(section)
      continue
    }
    const equals = line.text.indexOf('=')
    if (equals <= 0) {
      lost.push({ text: line.text, section, source })
      continue
    }
    const value = stripped(line, equals + 1)
    count += value.text.split(/[ \t]+/).length
    if (count > MAX_WORDS)
      throw new PolicyError('E_LIMIT', `unit has more than ${MAX_WORDS} words in its settings`, source)
    settings.push({ key: stripped(line, 0, equals).text, value, section, source })
  }
  return { settings, lost, sections }
}
