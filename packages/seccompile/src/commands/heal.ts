/* `seccompile heal`: the smallest edit of a policy that lets seen calls run. */
import { policyFilter } from '@seccompile/filter'
import { judgedHeal } from '@seccompile/heal'
import type { JudgedHealing, RereadText } from '@seccompile/heal'
import type { UndecidedAnswer } from '@seccompile/prover'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { checkOneStdin, inputName } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { hasBuilder, loadEditable, withoutText } from '../load/editable-policy.ts'
import { askedRules } from '../load/lint-question.ts'
import { leftOutNote, targetAbis } from '../load/policy.ts'
import { sayUndecided } from '../load/question.ts'
import { loadSeenCalls } from '../load/seen-calls.ts'
import { POLICY } from '../options/files.ts'
import { JSON_OUT, RAW } from '../options/forms.ts'
import { TARGET, requirementsOf } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { filePath } from '../options/texts.ts'
import { WARNINGS } from '../options/warnings.ts'
import { sayHealing, sayHealingJson } from '../show/healing.ts'
import { ofQuestions, sayNote, sayWarnings } from '../show/say.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'
import { flag, required } from '../syntax/option.ts'

/** A policy, and the file with the calls that were seen. */
interface HealRequest extends TargetOptions {
  readonly policy: string
  readonly from: string
  readonly force: boolean
  readonly json: boolean
  readonly raw: boolean
}

/** `seccompile heal`: the smallest edit of a policy that lets seen calls run. */
async function heal(io: Io, options: HealRequest): Promise<ExitCode> {
  const { policy: argument, from, json } = options
  checkOneStdin([argument, from])
  const { calls: seen, unseen } = await loadSeenCalls(from, options.abi?.[0].token ?? 'x86_64')
  const editable = await loadEditable(argument, options)
  const { policy, warnings, notes = [] } = editable.loaded
  const { constantFamilies: families } = await import('@seccompile/constants/all')
  const target = { ...requirementsOf(options), abis: targetAbis(policy, options), families }
  const filter = policyFilter(inputName(argument), { policy }, target)
  const leftOut = leftOutNote(policy, options, target.abis) ?? []
  if (!json) for (const note of [...notes, leftOut].flat()) sayNote(io, note)
  const { question: lint } = await askedRules(options)
  sayWarnings(io, [...warnings, ...ofQuestions(filter.findings)])
  const ask = (source: RereadText): Promise<JudgedHealing | UndecidedAnswer> =>
    judgedHeal({ filter, seen, source, lint, opensHigh: options.force, raw: options.raw })
  const tried = await ask(editable)
  // Where the text cannot be edited, rules are added by calls of the builder.
  const healing =
    tried.kind === 'judged' && tried.written?.kind === 'not-written' && editable.text !== undefined
      ? await ask(withoutText(editable.loaded, tried.written.why))
      : tried
  if (healing.kind === 'undecided') return sayUndecided(io, healing.reason, json)
  const answer = { ...healing, policyName: filter.name, from: inputName(from), unseen }
  if (json) sayHealingJson(io, answer)
  else sayHealing(io, answer)
  // The calls of the builder edit a module, and no other text.
  const isWritten = answer.written?.kind !== 'not-written' || hasBuilder(argument)
  return isWritten && answer.unhealed.length + answer.withheld.length === 0 ? EXIT.ok : EXIT.no
}

/** `seccompile heal`. */
export const command: Command = defineCommand({
  description:
    'the smallest edit of a policy that lets seen calls run, as a unified diff on standard output; nothing is written. Exit 0 where all seen calls run with the edit, or without one; exit 1 where some do not',
  warnings: 'lines',
  args: { policy: POLICY },
  options: {
    from: required({
      placeholder: 'file',
      brief:
        'the seen calls: a recording, what strace, perf or the log of the kernel shows, or what "run --report --json" printed; - for standard input',
      parse: filePath,
      complete: FILES,
    }),
    force: flag('also open what "lint" finds to be of severity high'),
    ...TARGET,
    json: JSON_OUT,
    raw: RAW,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'the edit that lets recorded calls run',
      line: 'seccompile heal profile.json --from calls.ndjson',
    },
    {
      does: 'as a file for patch -p0',
      line: 'seccompile heal profile.json --from calls.ndjson > mend.diff',
    },
  ],
  run: heal,
})
