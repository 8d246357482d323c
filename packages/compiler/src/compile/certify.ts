import { verdictName } from '@seccompile/abi'
import type { Endianness } from '@seccompile/abi'
import { PassError } from '@seccompile/pass'
import { equal, STACK_LIMITS } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'
import { startClock } from './start-clock.ts'
import type { Now } from './start-clock.ts'
import { callText } from './step-keeper.ts'

/** The result of the proof that the emitted program and the rules have one meaning, or why there is no proof. */
export type Certificate =
  | {
      readonly kind: 'proved'
      /** SHA-256 of the meaning of the filter. Filters with one meaning have one digest. */
      readonly digest: string
      /** The number of nodes in the diagram of the meaning. */
      readonly nodes: number
      /** Milliseconds that the proof took, by the clock of the options. */
      readonly ms?: number
    }
  | { readonly kind: 'undecided'; readonly reason: string; readonly ms?: number }
  | { readonly kind: 'skipped' }

/**
 * Proves that `made`, which the passes of `pipeline` have made, means what `rules` mean. The clock `now` times the proof.
 * @throws PassError where it does not, with a call on which the two differ
 */
export function certify(
  rules: RuleSet,
  made: Subject,
  { pipeline, endianness }: { readonly pipeline: string; readonly endianness: Endianness },
  now?: Now,
): Certificate {
  const elapsed = startClock(now)
  const answer = equal({ level: 'rules', ir: rules }, made, { endianness, ...STACK_LIMITS })
  const time = elapsed()
  switch (answer.kind) {
    case 'equal':
      return { kind: 'proved', digest: answer.digest, nodes: answer.nodes, ...time }
    case 'undecided':
    case 'same': // never: the rules and `made` are of two levels
      return { kind: 'undecided', reason: answer.reason, ...time }
    case 'different': {
      const { data, left, right } = answer
      const message = `changes what the filter means: on ${callText(data)} the rules say ${verdictName(left)} and the ${made.level} ${verdictName(right)}`
      throw new PassError('E_PASS_MEANING', pipeline, message, { before: rules })
    }
    default:
      return assertNever(answer)
  }
}
