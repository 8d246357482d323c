/* Recordings in files, read piece by piece. */
import { isRecording, recordingReader } from '@seccompile/recording'
import type { RecordingHead, RecordingRow } from '@seccompile/recording'
import { CliError } from '../io/cli-error.ts'

/**
 * Gives each row of the recording in `pieces` to `take`, and yields its head. Memory holds one line at a time.
 * @param name - the file in messages
 * @throws CliError or PolicyError with file, line and column where the text is no whole recording; and what `take` throws
 */
export function eachRow(
  name: string,
  pieces: Iterable<string>,
  take: (row: RecordingRow) => void,
): RecordingHead {
  const reader = recordingReader({ file: name })
  let isFirst = true
  for (const piece of pieces) {
    if (isFirst && !isRecording(piece))
      throw new CliError(
        `${name}: is no recording; "record -o" makes one, and docs/recordings.md says what is in it`,
      )
    isFirst = false
    for (const row of reader.push(piece)) take(row)
  }
  for (const row of reader.end().rows) take(row)
  return reader.head! // end() refuses a text without a head
}
