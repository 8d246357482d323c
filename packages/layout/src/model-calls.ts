/*
 * Model calls, which compare two layouts of one part.
 *
 * A new layout is chosen word by word, by samples of each word (word-samples.ts). The present tests of a part may
 * have another order. So both layouts run on the same calls. The samples of all words together make these calls, and
 * a call executes the tests of a layout until it reaches an exit of the part.
 */
import type { MaskedWord, Word } from '@seccompile/abi'
import { passes } from '@seccompile/abi'
import { heldBy, preparationInsns } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'

/** A call of the model. */
export interface ModelCall {
  /** The values of the words that the part asks; every other word is 0. */
  readonly values: ReadonlyMap<Word, number>
  /** The share of this call among all calls, times the weight of the exit that it reaches. */
  readonly weight: number
}

/** The number of instructions that `call` executes from `root` to one of `exits`. */
function stepsOf(root: Decision, exits: ReadonlySet<Decision>, { values }: ModelCall): number {
  let at = root
  let held: MaskedWord | undefined
  let steps = 0
  while (at.kind === 'test' && !exits.has(at)) {
    steps += preparationInsns(held, heldBy(at)) + 1
    held = heldBy(at)
    at = passes(at, values.get(at.word) ?? 0) ? at.then : at.else
  }
  return steps
}

/** The number of instructions that `calls` execute from `root` to one of `exits`, weighted and summed. */
export function expectedSteps(
  root: Decision,
  exits: ReadonlySet<Decision>,
  calls: readonly ModelCall[],
): number {
  return calls.reduce((sum, call) => sum + call.weight * stepsOf(root, exits, call), 0)
}
