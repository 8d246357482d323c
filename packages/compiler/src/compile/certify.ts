import { assertNever, verdictName } from '@seccompile/abi'
import { PassError } from '@seccompile/pass'
import { equal, STACK_LIMITS } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import type { Prepared } from './prepare.ts'
import { startClock } from './start-clock.ts'
import type { Now } from './start-clock.ts'
import { callText } from './step-keeper.ts'

/** What is known of the emitted program: that it means what the rules mean for every call, or why that is not known. */
export type Certificate =
  | {
      readonly kind: 'proved'
      /** SHA-256 of what the filter means, the same for every filter that means the same. */
      readonly digest: string
      /** Nodes of the decision diagram that both have. */
      readonly nodes: number
      /** How long the proof took, by the clock that was given. */
      readonly ms?: number
    }
  | { readonly kind: 'undecided'; readonly reason: string; readonly ms?: number }
  | { readonly kind: 'skipped' }

/**
 * Proves that what was made of `rules` means what they mean, timed by the clock `now`.
 * @throws PassError with a call that shows it, where it does not
 */
export function certify(
  rules: RuleSet,
  made: Subject,
  { pipeline, endianness }: Pick<Prepared, 'pipeline' | 'endianness'>,
  now?: Now,
): Certificate {
  const limits = made.level === 'stack' ? STACK_LIMITS : {}
  const elapsed = startClock(now)
  const answer = equal({ level: 'rules', ir: rules }, made, { endianness, ...limits })
  const time = elapsed()
  switch (answer.kind) {
    case 'equal':
      return { kind: 'proved', digest: answer.digest, nodes: answer.nodes, ...time }
    case 'undecided':
    case 'same': // of two levels they are never one IR
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
