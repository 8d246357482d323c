/*
 * The recordings that arguments name: recordings in files, and what tracers print. A file may be larger than memory: its calls are
 * counted as they are read.
 */
import type { NamedRecording } from '@seccompile/needs'
import { isRecording, recordingCounts, recordingReader } from '@seccompile/recording'
import type { WholeRecording } from '@seccompile/recording'
import type { TraceReader } from '@seccompile/traces'
import type { AbiToken } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import { checkDistinct, checkOneStdin, inputName, textPieces } from '../io/input.ts'

function readRecording(file: string, pieces: Iterable<string>): NamedRecording {
  const reader = recordingReader({ file })
  const counts = recordingCounts()
  for (const piece of pieces) for (const row of reader.push(piece)) counts.addRow(row)
  for (const row of reader.end().rows) counts.addRow(row)
  return { file, head: reader.head!, rows: counts.rows() } // end() refuses a recording without a head
}

/** The recording of `reader`. @throws CliError where it has seen no call */
function ended(file: string, reader: TraceReader): WholeRecording {
  try {
    return reader.end()
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'E_SYNTAX') throw error
    throw new CliError(
      `${file}: is no recording, and shows no call; expected a recording, as "record -o" writes it, or what strace, perf, tracefs or the log of the kernel shows`,
      { cause: error },
    )
  }
}

async function readTrace(file: string, pieces: Iterable<string>, abi: AbiToken): Promise<NamedRecording> {
  const { traceReader } = await import('@seccompile/traces')
  const { constantNamed } = await import('@seccompile/constants/all')
  const reader = traceReader({ file, abi, constantNamed })
  for (const piece of pieces) reader.push(piece)
  const { head, rows, isComplete } = ended(file, reader)
  if (!isComplete) throw new CliError(`${file}: ends within a line: it is cut; trace the program again`)
  return { file, head, rows }
}

/** The pieces of a text from `first` on; `rest` yields the others. */
function* together(first: string, rest: Iterable<string>): Generator<string> {
  yield first
  yield* rest
}

/**
 * The recording in `pieces`, or in what a tracer printed.
 * @throws CliError or PolicyError as {@link loadRecordings} does
 */
export async function recordingIn(
  file: string,
  pieces: Iterator<string>,
  abi: AbiToken,
): Promise<NamedRecording> {
  const next = pieces.next()
  const first = next.done === true ? '' : next.value
  const all = together(first, { [Symbol.iterator]: () => pieces })
  return isRecording(first) ? readRecording(file, all) : readTrace(file, all, abi)
}

const load = (path: string, abi: AbiToken): Promise<NamedRecording> =>
  recordingIn(inputName(path), textPieces(path), abi)

/**
 * The recordings in the files `paths`, or in what tracers printed into them.
 * @param abi - the ABI of the machine of a trace
 * @throws CliError where one cannot be read, shows no call, or is named twice; PolicyError where one is cut, or is of a newer version
 */
export async function loadRecordings(
  paths: readonly string[],
  abi: AbiToken = 'x86_64',
): Promise<readonly NamedRecording[]> {
  checkOneStdin(paths, 'recordings')
  checkDistinct(paths)
  const found: NamedRecording[] = []
  for (const path of paths) found.push(await load(path, abi))
  return found
}
