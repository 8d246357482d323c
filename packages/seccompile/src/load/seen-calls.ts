/* The calls that a file says were seen: a recording, what a tracer printed, or the report of `run --report --json`. */
import { reportRows, seenCalls } from '@seccompile/heal'
import type { HealableCall } from '@seccompile/heal'
import { isRecording } from '@seccompile/recording'
import type { AbiToken } from '@seccompile/syscalls'
import { inputName, textPieces } from '../io/input.ts'
import { recordingIn } from './recordings.ts'

/** The most UTF-16 units in which a report is looked for: the output of a command may stand around it. */
const MAX_REPORT = 64 * 1024 * 1024

/** The first pieces of `pieces`, up to the bound; all if `isWhole`. */
function firstPieces(pieces: Iterator<string>): {
  readonly taken: readonly string[]
  readonly isWhole: boolean
} {
  const taken: string[] = []
  let length = 0
  for (let next = pieces.next(); next.done !== true; next = pieces.next()) {
    taken.push(next.value)
    length += next.value.length
    if (length > MAX_REPORT || isRecording(taken[0]!)) return { taken, isWhole: false }
  }
  return { taken, isWhole: true }
}

function* together(taken: readonly string[], rest: Iterator<string>): Generator<string> {
  yield* taken
  yield* { [Symbol.iterator]: () => rest }
}

/** The calls that a file says were seen, and what its source does not see, a text each. */
export interface LoadedCalls {
  readonly calls: readonly HealableCall[]
  readonly unseen: readonly string[]
}

/**
 * The calls that the file `path` says were seen; `-` is standard input.
 * @param abi - the ABI of the machine of a trace
 * @throws CliError or PolicyError where it cannot be read, or names no calls
 */
export async function loadSeenCalls(path: string, abi: AbiToken): Promise<LoadedCalls> {
  const name = inputName(path)
  const pieces = textPieces(path)
  const { taken, isWhole } = firstPieces(pieces)
  const reported = isWhole ? reportRows(taken.join(''), name) : undefined
  if (reported !== undefined) return { calls: seenCalls(reported), unseen: [] }
  const { head, rows } = await recordingIn(name, together(taken, pieces), abi)
  return { calls: seenCalls(rows), unseen: head.unseen }
}
