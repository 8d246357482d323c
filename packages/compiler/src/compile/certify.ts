import type { Endianness } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { PassError } from '@seccompile/pass'
import type { Effort } from '@seccompile/pass'
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
      /**
       * SHA-256 of the meaning of the filter. Filters with one meaning have one digest. Absent, like `nodes`, where the
       * diagram of the meaning is too large, and a search proves that no call has two verdicts.
       */
      readonly digest?: string
      /** The number of nodes in the diagram of the meaning. */
      readonly nodes?: number
      /** Milliseconds that the proof took, by the clock of the options. */
      readonly ms?: number
    }
  | {
      readonly kind: 'undecided'
      readonly reason: string
      /** The effort of the proof. With `max`, it searches a hundred times as long as by default. */
      readonly effort: Effort
      readonly ms?: number
    }
  | { readonly kind: 'skipped' }

/** How long to try, and a clock. */
export interface ProofOptions {
  readonly effort?: Effort | undefined
  readonly now?: Now | undefined
}

/** How many times as long as by default a proof searches with the effort `max`. */
const LONGER = 100

/** The most steps of the search of a proof with that effort. */
export function searchSteps(effort: Effort): number {
  return STACK_LIMITS.maxSearchSteps * (effort === 'max' ? LONGER : 1)
}

/**
 * Proves that `made`, which the passes of `pipeline` have made, means what `rules` mean. The clock of the options times the proof.
 * @throws PassError where it does not, with a call on which the two differ
 */
export function certify(
  rules: RuleSet,
  made: Subject,
  { pipeline, endianness }: { readonly pipeline: string; readonly endianness: Endianness },
  { effort = 'default', now }: ProofOptions = {},
): Certificate {
  const elapsed = startClock(now)
  const limits = { ...STACK_LIMITS, maxSearchSteps: searchSteps(effort) }
  const answer = equal({ level: 'rules', ir: rules }, made, { endianness, ...limits })
  const time = elapsed()
  switch (answer.kind) {
    case 'equal':
      return { kind: 'proved', digest: answer.digest, nodes: answer.nodes, ...time }
    case 'no-difference':
    case 'same': // never: the rules and `made` are of two levels
      return { kind: 'proved', ...time }
    case 'undecided':
      return { kind: 'undecided', reason: answer.reason, effort, ...time }
    case 'different': {
      const { data, left, right } = answer
      const message = `changes what the filter means: on ${callText(data)} the rules say ${verdictText(left)} and the ${made.level} ${verdictText(right)}`
      throw new PassError('E_PASS_MEANING', pipeline, message, { before: rules })
    }
    default:
      return assertNever(answer)
  }
}
