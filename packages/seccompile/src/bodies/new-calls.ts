import type { Answer } from '@seccompile/answer'
import { newCalls as newCallsOf } from '@seccompile/lint-report'
import type { KernelRange } from '@seccompile/policy'
import { inputName } from '../io/input.ts'
import { askedRules } from '../load/lint-question.ts'
import { openPolicy } from '../load/open-filter.ts'
import { overridden } from '../load/overrides.ts'
import { leftOutNotes, loadPolicy } from '../load/policy.ts'
import { requirementsOf } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import type { Asked } from '../ask/asking.ts'
import { reasonPlace } from '../show/reason-place.ts'
import { readingWarnings } from '../show/say.ts'

/** A policy, the known kernel and the new one. */
export interface NewCallsOptions extends Omit<TargetOptions, 'kernel'> {
  readonly policy: string
  readonly kernel: KernelRange
  readonly json?: boolean
}

/** What a policy does with the calls that a kernel brought. */
export async function newCalls(asked: Asked<NewCallsOptions>): Promise<Answer> {
  const { policy: argument, kernel: range } = asked
  const target: TargetOptions = { ...asked, kernel: range.newest }
  const loaded = overridden(await loadPolicy(argument, target), target)
  const filter = await openPolicy(inputName(argument), loaded, target, requirementsOf(target))
  const { question: lint } = await askedRules(target)
  const answer = await newCallsOf(filter, { range, lint, placeOf: reasonPlace })
  return {
    ...answer,
    warnings: [readingWarnings(filter)],
    notes: [...leftOutNotes(filter, target), ...(answer.notes ?? [])],
  }
}
