/* The recordings that arguments name. A recording may be larger than memory: its rows are added as they are read. */
import type { NamedRecording } from '@seccompile/needs'
import { recordingCounts, recordingReader } from '@seccompile/recording'
import { checkOneStdin, inputName, textPieces } from '../io/input.ts'

/** The recording in the file `path`. @throws CliError where it cannot be read; PolicyError where it is none */
function loadRecording(path: string): NamedRecording {
  const file = inputName(path)
  const reader = recordingReader({ file })
  const counts = recordingCounts()
  for (const piece of textPieces(path)) for (const row of reader.push(piece)) counts.addRow(row)
  for (const row of reader.end().rows) counts.addRow(row)
  return { file, head: reader.head!, rows: counts.rows() } // end() refuses a recording without a head
}

/**
 * The recordings in the files `paths`.
 * @throws CliError where one cannot be read; PolicyError where one is no recording, is cut, or is of a newer version
 */
export function loadRecordings(paths: readonly string[]): readonly NamedRecording[] {
  checkOneStdin(paths, 'recordings')
  return paths.map(loadRecording)
}
