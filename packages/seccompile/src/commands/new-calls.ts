import type { Answer } from '@seccompile/answer'
import { newCalls as newCallsOf } from '@seccompile/lint-report'
import type { KernelRange } from '@seccompile/policy'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { inputName } from '../io/input.ts'
import { askedRules } from '../load/lint-question.ts'
import { openPolicy } from '../load/open-filter.ts'
import { overridden } from '../load/overrides.ts'
import { leftOutNotes, loadPolicy } from '../load/policy.ts'
import { POLICY } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { parseNewKernel } from '../options/kernels.ts'
import { TARGET, requirementsOf } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { reasonPlace } from '../show/reason-place.ts'
import { readingWarnings } from '../show/say.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FREE } from '../syntax/completion.ts'
import { required } from '../syntax/option.ts'

/** A policy, the known kernel and the new one. */
interface NewCallsOptions extends Omit<TargetOptions, 'kernel'> {
  readonly policy: string
  readonly kernel: KernelRange
  readonly json?: boolean
}

/** What a policy does with the calls that a kernel brought. */
async function newCalls(asked: Asked<NewCallsOptions>): Promise<Answer> {
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

/** `seccompile new-calls`. */
export const command: Command = defineCommand({
  description:
    'list the calls that came after one kernel, up to another: their verdicts under a policy, whether a rule or the default gives them, and what lint says of them, now and if they were allowed (exit 1 where there are any)',
  warnings: 'summary',
  args: { policy: POLICY },
  options: {
    ...TARGET,
    kernel: required({
      placeholder: 'x.y..x.y',
      brief:
        'the kernel whose calls are known, and the new kernel; includes.minKernel is compared with the new one',
      parse: parseNewKernel,
      complete: FREE,
    }),
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'the calls that Linux 7.2 has and 6.12 has not',
      line: 'seccompile new-calls profile.json --kernel 6.12..7.2',
    },
    {
      does: 'the same on arm64, for machines',
      line: 'seccompile new-calls profile.json --kernel 6.12..7.2 --abi aarch64 --json',
    },
  ],
  run: asking(newCalls),
})
