import type { ObjectiveOptions } from '@seccompile/compiler'
import type { Warning } from '@seccompile/policy'
import type { AbiTable } from '@seccompile/syscalls'
import { MAX_WEIGHTS_LENGTH, parseWeights, serverProfile } from '@seccompile/weights'
import { inputName, readInput } from '../io/input.ts'

/** The name of the built-in weights; a file with that name is typed as `./server`. */
const SERVER = 'server'

/** The file that `--weights` names; `undefined` for the built-in weights. */
export const weightsFile = (argument: string | undefined): string | undefined =>
  argument === SERVER ? undefined : argument

/**
 * The weights that `--weights` names. Numbers of calls in a trace are numbers of `abi`.
 * @throws CliError or PolicyError where the file cannot be read or parsed
 */
export function loadWeights(
  argument: string | undefined,
  abi: AbiTable | undefined,
): {
  readonly options: Pick<ObjectiveOptions, 'weights' | 'argumentCounts'>
  readonly warnings: readonly Warning[]
} {
  if (argument === undefined) return { options: {}, warnings: [] }
  if (argument === SERVER) return { options: { weights: serverProfile }, warnings: [] }
  const bytes = readInput(argument, { maxBytes: MAX_WEIGHTS_LENGTH, purpose: 'counts of calls' })
  // A trace holds names of programs, which may have any bytes. Names of calls are ASCII.
  const text = new TextDecoder().decode(bytes)
  const { counts, argumentCounts, warnings } = parseWeights(text, { file: inputName(argument), abi })
  return { options: { weights: counts, argumentCounts }, warnings }
}
