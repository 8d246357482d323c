/* The calls that a file says were seen: a recording, or the report of `run --report --json`. */
import { reportRows, seenCalls } from '@seccompile/heal'
import type { SeenCall } from '@seccompile/heal'
import { isRecording, recordingCounts } from '@seccompile/recording'
import type { RecordingRow } from '@seccompile/recording'
import { CliError } from '../io/cli-error.ts'
import { inputName, textPieces } from '../io/input.ts'
import { eachRow } from './recording.ts'

/** The most UTF-16 units of a report: the output of a command may stand around it. */
const MAX_REPORT = 64 * 1024 * 1024

/** The rows of a recording, whatever program made the calls. The text is read piece by piece, and may be of any size. */
function recordedRows(name: string, pieces: Iterable<string>): readonly RecordingRow[] {
  const counts = recordingCounts()
  eachRow(name, pieces, ({ program: _any, ...row }) => counts.addRow(row))
  return counts.rows()
}

/** The rows of a report. */
function reportedRows(name: string, pieces: Iterable<string>): readonly RecordingRow[] {
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length > MAX_REPORT)
      throw new CliError(
        `${name}: is no recording, and is larger than a report of calls; record the calls with "record"`,
      )
  }
  const rows = reportRows(text, name)
  if (rows !== undefined) return rows
  throw new CliError(
    `${name}: names no calls; expected a recording, as "record -o" makes it, or what "run --report --json" prints`,
  )
}

/** `first`, and then what is left of `rest`. */
function* together(first: string, rest: Iterable<string>): Generator<string> {
  yield first
  yield* rest
}

/**
 * The calls that the file `path` says were seen; `-` is standard input.
 * @throws CliError or PolicyError where it cannot be read, or names no calls
 */
export function loadSeenCalls(path: string): readonly SeenCall[] {
  const name = inputName(path)
  const pieces = textPieces(path)
  const first = pieces.next()
  const text = first.done === true ? '' : first.value
  const all = together(text, { [Symbol.iterator]: () => pieces })
  return seenCalls(isRecording(text) ? recordedRows(name, all) : reportedRows(name, all))
}
