/*
 * Reads a recording piece by piece.
 *
 * A recording may be larger than memory. The reader keeps no row: it holds one line at most, whose length is bounded.
 */
import type { PolicyError } from '@seccompile/policy'
import { expectText, oneOf, optional, read, record, text, whole } from '@seccompile/shape'
import { failAt } from './line.ts'
import type { Fail } from './line.ts'
import { readHead, readRowOrEnd } from './read-line.ts'
import type { RecordingEnd } from './read-line.ts'
import { MAX_LINE, MAX_NUMBER } from './recording.ts'
import type { WholeRecording, RecordingHead, RecordingRow } from './recording.ts'

/** How to read a recording. */
export interface RecordingReaderOptions {
  /** The name of the file in messages; `recording` if left out. */
  readonly file?: string | undefined
  /** The most UTF-16 units of a line; 65,536 if left out. */
  readonly maxLineLength?: number | undefined
  /** The most rows; 2^53 - 1 if left out. */
  readonly maxRows?: number | undefined
  /** Whether a recording without its end is an error, or yields the rows that are there; `refuse` if left out. */
  readonly incomplete?: 'refuse' | 'keep' | undefined
}

const optionsReader = record<RecordingReaderOptions>({
  file: optional(text),
  maxLineLength: optional(whole(0x1000_0000, 1)),
  maxRows: optional(whole(MAX_NUMBER)),
  incomplete: optional(oneOf(['refuse', 'keep'] as const)),
})

/** Reads a recording piece by piece. */
export interface RecordingReader {
  /** The head; `undefined` until its line has been read. */
  readonly head: RecordingHead | undefined
  /**
   * The rows that end in `piece`, the next piece of the text, of any length.
   * @throws PolicyError with file, line and column
   */
  readonly push: (piece: string) => readonly RecordingRow[]
  /**
   * Ends the reading: the rows of a last line without a line feed, and whether the recording is complete.
   * @throws PolicyError where there is no head, or the end is missing and `incomplete` is `refuse`
   */
  readonly end: () => { readonly rows: readonly RecordingRow[]; readonly isComplete: boolean }
}

/** What has been read of the lines of a recording. */
interface LineReading {
  readonly head: RecordingHead | undefined
  readonly rows: number
  readonly hasEnd: boolean
  /** Takes the next line; yields its row if it has one. */
  readonly take: (line: string) => RecordingRow | undefined
}

/** Reads whole lines. `fail` makes the errors of the line that is taken. */
function lineReading(fail: Fail, maxRows: number): LineReading {
  let head: RecordingHead | undefined
  let hasEnd = false
  let rows = 0
  let calls = 0

  function checkEnd(end: RecordingEnd): void {
    if (end.rows !== rows || end.calls !== calls)
      throw fail(
        'E_CONFLICT',
        `the end says ${rowText(end.rows)} that count ${end.calls} calls; got ${rowText(rows)} that count ${calls}; rows are missing, or were written twice`,
        1,
      )
  }
  function count(row: RecordingRow): void {
    if (rows === maxRows) throw fail('E_LIMIT', `the recording has more than ${rowText(maxRows)}`, 1)
    rows += 1
    if (row.args === undefined) calls += row.count
    if (calls > MAX_NUMBER) throw fail('E_NUMBER', `the rows count more than ${MAX_NUMBER} calls`, 1)
  }
  return {
    get head() {
      return head
    },
    get rows() {
      return rows
    },
    get hasEnd() {
      return hasEnd
    },
    take: (line) => {
      if (head === undefined) {
        head = readHead(line.startsWith('\ufeff') ? line.slice(1) : line, fail)
        return undefined
      }
      if (hasEnd) throw fail('E_SYNTAX', 'expected nothing after the end line', 1)
      const found = readRowOrEnd(line, fail)
      if ('row' in found) {
        count(found.row)
        return found.row
      }
      checkEnd(found.end)
      hasEnd = true
      return undefined
    },
  }
}

/** A reader of one recording. @throws TypeError or RangeError for a wrong option */
export function recordingReader(options: RecordingReaderOptions = {}): RecordingReader {
  const given = read(optionsReader, options, 'options')
  const { file = 'recording', maxLineLength = MAX_LINE, maxRows = MAX_NUMBER, incomplete = 'refuse' } = given
  let pending = ''
  let line = 1
  const fail: Fail = (code, what, column) => failAt(file, line)(code, what, column)
  const lines = lineReading(fail, maxRows)

  function checkLength({ length }: string): void {
    if (length > maxLineLength)
      throw fail('E_LIMIT', `the line is longer than ${maxLineLength} characters`, maxLineLength + 1)
  }

  function push(piece: string): readonly RecordingRow[] {
    expectText(piece, 'piece')
    const found: RecordingRow[] = []
    let start = 0
    for (let feed = piece.indexOf('\n'); feed !== -1; feed = piece.indexOf('\n', start)) {
      const whole = pending + piece.slice(start, feed)
      checkLength(whole)
      pending = ''
      start = feed + 1
      const row = lines.take(whole)
      line += 1
      if (row !== undefined) found.push(row)
    }
    pending += piece.slice(start)
    checkLength(pending)
    return found
  }

  /** The row of a last line without a line feed. Where the end may be missing, a line that is cut is no error. */
  function takeLast(): RecordingRow | undefined {
    if (pending.trim() === '') return undefined
    const isHead = lines.head === undefined
    try {
      return lines.take(pending)
    } catch (error) {
      if (isHead || lines.hasEnd || !isSyntax(error)) throw error
      if (incomplete === 'keep') return undefined
      throw fail(
        'E_SYNTAX',
        `the recording is cut in this line, after ${rowText(lines.rows)}; record it again`,
        1,
      )
    }
  }

  return {
    get head() {
      return lines.head
    },
    push,
    end: () => {
      const row = takeLast()
      if (lines.head === undefined)
        throw fail('E_EMPTY', 'is empty; expected the head line of a recording', 1)
      if (!lines.hasEnd && incomplete === 'refuse')
        throw fail(
          'E_SYNTAX',
          `the recording has no end line after ${rowText(lines.rows)}: it is cut; record it again`,
          1,
        )
      return { rows: row === undefined ? [] : [row], isComplete: lines.hasEnd }
    },
  }
}

const rowText = (rows: number): string => (rows === 1 ? '1 row' : `${rows} rows`)

const isSyntax = (error: unknown): boolean =>
  error instanceof Error && error.name === 'PolicyError' && (error as PolicyError).code === 'E_SYNTAX'

/**
 * The recording in `given`, a text.
 * @throws PolicyError with file, line and column where it is none; TypeError or RangeError for a wrong option
 */
export function readRecording(given: string, options: RecordingReaderOptions = {}): WholeRecording {
  expectText(given, 'text')
  const reader = recordingReader(options)
  const rows = [...reader.push(given)]
  const last = reader.end()
  rows.push(...last.rows)
  return { head: reader.head!, rows, isComplete: last.isComplete } // end() refuses a recording without a head
}
