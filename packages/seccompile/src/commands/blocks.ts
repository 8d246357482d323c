import { note } from '@seccompile/answer'
import type { Answer, AnswerRemark, AnswerStatus } from '@seccompile/answer'
import { attackRecords, noRecordText, recordNamed } from '@seccompile/attacks'
import type { AttackAnswer, AttackRecord } from '@seccompile/attacks'
import {
  attackedFilter,
  attacksFacts,
  attacksMarkdown,
  attacksText,
  attackText,
  namesIn,
  reasonText,
  verdictWords,
} from '@seccompile/lint-report'
import type { JudgedAttacks } from '@seccompile/lint-report'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import { checkOneStdin, relativeArgument } from '../io/input.ts'
import { judgedFilter } from '../load/judged-filter.ts'
import { openFilter } from '../load/open-filter.ts'
import { attackIdsOption, ATTACK_IDS } from '../options/attacks.ts'
import { SIDE } from '../options/files.ts'
import { formOption, JSON_OUT } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { readingWarnings } from '../show/say.ts'
import { anyArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** A filter, the attacks to show, and those that it has to stop. */
interface BlocksValues extends TargetOptions {
  readonly file: string
  readonly id: readonly string[]
  readonly require?: readonly string[] | undefined
}

/**
 * The records that `ids` name, each once, in the order of `ids`; case does not matter.
 * @param where - the argument or option, for messages
 * @throws CliError for an identifier that no record has
 */
function recordsNamed(ids: readonly string[], where: string): readonly AttackRecord[] {
  const found = ids.map((typed) => {
    const record = recordNamed(typed)
    if (record !== undefined) return record
    throw new CliError(`${where}: ${noRecordText(typed)}; docs/attacks.md says how to add one`)
  })
  return [...new Set(found)]
}

/** Whether the filter does what `--require` asks: it stops the attack, or the machine has no call for it. */
const isMet = ({ verdict, record }: AttackAnswer): boolean =>
  verdict === 'stopped' || (verdict === 'no-matter' && record.needs.kind !== 'no-call')

/** That of the requirements, if there are any. One that is not met comes before one that is not decided. */
function statusOf(shown: readonly AttackAnswer[], required: readonly AttackAnswer[]): AnswerStatus {
  if (required.some((answer) => !isMet(answer) && answer.verdict !== 'not-decided')) return 'no'
  const counted = required.length === 0 ? shown : required
  if (counted.some(({ verdict }) => verdict === 'not-decided')) return 'undecided'
  return required.length === 0 ? 'done' : 'yes'
}

/** Whether `required` are met, and why those that are not are not. */
function aboutRequired(judged: JudgedAttacks, required: readonly AttackAnswer[]): readonly AnswerRemark[] {
  const unmet = required.filter((each) => !isMet(each))
  if (required.length > 0 && unmet.length === 0) {
    const texts = required.map(({ verdict, record }) => `${record.id} (${verdictWords(verdict)})`)
    return [{ ...note(`${judged.name} meets --require: ${texts.join(', ')}`), isBesideFacts: true }]
  }
  const names = namesIn(judged)
  return unmet.map((answer) => ({
    label: verdictWords(answer.verdict),
    kind: 'fault',
    isBesideFacts: true,
    text: `${judged.name}: ${answer.record.id} has to be stopped: ${reasonText(names, answer)}`,
  }))
}

/** Which published attacks a filter stops. */
async function blocks(question: Asked<BlocksValues>): Promise<Answer> {
  const { id: ids, require: wanted = [], caps, form } = question
  // The identifiers are checked before the file, so an error in them is printed once.
  const chosen = recordsNamed(ids, 'ID')
  const needed = recordsNamed(wanted, '--require')
  const argument = form === 'text' ? question.file : relativeArgument(question.file)
  checkOneStdin([argument])
  const filter = judgedFilter(await openFilter(argument, question), question)
  const asked: readonly AttackRecord[] =
    chosen.length === 0 ? attackRecords : [...new Set([...chosen, ...needed])]
  const judged = await attackedFilter(filter, caps, asked)
  const { answers } = judged
  const detailed = answers.filter(({ record }) => chosen.includes(record))
  const required = answers.filter(({ record }) => needed.includes(record))
  return {
    status: statusOf(answers, required),
    warnings: [readingWarnings(filter)],
    text: (paint) =>
      detailed.length === 0
        ? attacksText(paint, judged)
        : detailed.map((answer) => attackText(paint, judged, answer)).join('\n'),
    facts: () => attacksFacts(judged),
    forms: { markdown: () => attacksMarkdown(judged, detailed) },
    remarks: aboutRequired(judged, required),
  }
}

/** `seccompile blocks`. */
export const command: Command = defineCommand({
  description:
    'say which published attacks on the kernel a filter stops, by proof, and which calls it leaves',
  usefulWithoutOutput: 'status',
  warnings: 'summary',
  args: {
    file: SIDE,
    id: anyArguments('attacks to show with their calls; without one, a table of all', ATTACK_IDS),
  },
  options: {
    ...TARGET,
    require: attackIdsOption('exit with status 1 unless the filter stops these attacks'),
    format: formOption(['text', 'markdown'], 'text'),
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    { does: 'a table of all attacks', line: 'seccompile blocks profile.json' },
    { does: 'the calls of one', line: 'seccompile blocks profile.json CVE-2026-31431' },
    {
      does: 'in CI, and exit 1 where it is not stopped',
      line: 'seccompile blocks profile.json --require CVE-2026-31431,CVE-2026-43284',
    },
  ],
  run: asking(blocks),
})
