import { attackRecords, noRecordText, recordNamed } from '@seccompile/attacks'
import type { AttackAnswer, AttackRecord } from '@seccompile/attacks'
import {
  attackedSide,
  attacksFacts,
  attacksMarkdown,
  attacksText,
  attackText,
  namesIn,
  reasonText,
  verdictWords,
} from '@seccompile/lint-report'
import type { JudgedAttacks } from '@seccompile/lint-report'
import { CliError } from '../io/cli-error.ts'
import { colours } from '../io/colours.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { checkOneStdin, relativeArgument } from '../io/input.ts'
import { loadSide } from '../load/side.ts'
import { judgedSide } from '../load/judged-side.ts'
import { namedForm } from '../options/forms.ts'
import type { FormOptions } from '../options/forms.ts'
import type { TargetOptions } from '../options/target.ts'
import { printableLine } from '@seccompile/text-layout'
import { sayJson, sayNote, sayWarnings } from '../show/say.ts'

/** A filter, the attacks to show, and those that it has to stop. */
export interface BlocksQuestion extends TargetOptions, FormOptions<'text' | 'markdown'> {
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

/** The exit status: that of the requirements, if there are any. One that is not met comes before one that is not decided. */
function statusOf(shown: readonly AttackAnswer[], required: readonly AttackAnswer[]): ExitCode {
  if (required.some((answer) => !isMet(answer) && answer.verdict !== 'not-decided')) return EXIT.no
  const counted = required.length === 0 ? shown : required
  return counted.some(({ verdict }) => verdict === 'not-decided') ? EXIT.failure : EXIT.ok
}

/** Says whether `required` are met. */
function sayRequired(io: Io, judged: JudgedAttacks, required: readonly AttackAnswer[]): void {
  const names = namesIn(judged)
  const unmet = required.filter((each) => !isMet(each))
  if (required.length > 0 && unmet.length === 0) {
    const texts = required.map(({ verdict, record }) => `${record.id} (${verdictWords(verdict)})`)
    sayNote(io, `${judged.name} meets --require: ${texts.join(', ')}`)
  }
  for (const answer of unmet)
    io.err(
      `${colours(io, 'err').red(`${verdictWords(answer.verdict)}:`)} ${printableLine(`${judged.name}: ${answer.record.id} has to be stopped: ${reasonText(names, answer)}`)}\n`,
    )
}

/** `seccompile blocks`: which published attacks a filter stops. */
export async function blocks(io: Io, options: BlocksQuestion): Promise<ExitCode> {
  const format = namedForm(options) ?? 'text'
  const { id: ids, require: wanted = [], caps } = options
  // The identifiers are checked before the file, so an error in them is printed once.
  const chosen = recordsNamed(ids, 'ID')
  const needed = recordsNamed(wanted, '--require')
  const argument = format === 'text' ? options.file : relativeArgument(options.file)
  checkOneStdin([argument])
  const side = judgedSide(await loadSide(argument, options), options)
  if (format !== 'json') {
    sayWarnings(io, side.warnings)
    if (side.leftOut !== undefined) sayNote(io, side.leftOut)
  }
  const asked: readonly AttackRecord[] =
    chosen.length === 0 ? attackRecords : [...new Set([...chosen, ...needed])]
  const judged = await attackedSide(side, caps, asked)
  const { answers } = judged
  const detailed = answers.filter(({ record }) => chosen.includes(record))
  switch (format) {
    case 'json':
      sayJson(io, attacksFacts(judged))
      break
    case 'markdown':
      io.out(attacksMarkdown(judged, detailed))
      break
    case 'text': {
      const paint = colours(io, 'out')
      io.out(
        detailed.length === 0
          ? attacksText(paint, judged)
          : detailed.map((answer) => attackText(paint, judged, answer)).join('\n'),
      )
      break
    }
  }
  const required = answers.filter(({ record }) => needed.includes(record))
  sayRequired(io, judged, required)
  return statusOf(answers, required)
}
