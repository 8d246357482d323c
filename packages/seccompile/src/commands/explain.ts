import { undecided } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import {
  archText,
  byMainAbi,
  callNames,
  conditionFacts,
  loadArgumentNames,
  numberFacts,
  shortMeaning,
  shortText,
  verdictFacts,
} from '@seccompile/describe'
import type { CallNames } from '@seccompile/describe'
import { regions } from '@seccompile/prover'
import type { ArchRegion } from '@seccompile/prover'
import { isAlways, sameSet } from '@seccompile/rules'
import { abiNumbers } from '@seccompile/syscalls'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { aboutFile, contextOf } from '../load/question.ts'
import { SIDE } from '../options/files.ts'
import { QUESTION } from '../options/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { WARNINGS } from '../options/warnings.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag } from '../syntax/option.ts'

/** The filter that is explained. */
interface ExplainValues extends QuestionOptions {
  readonly file: string
  /** Whether every call is listed by its name. */
  readonly names?: boolean
}

/** The meaning of a filter, as a list of calls and conditions. */
async function explain(question: Asked<ExplainValues>): Promise<Answer> {
  const { names: isNamed = false } = question
  const { filter, abis, prove } = await aboutFile(question.file, question)
  const context = contextOf(filter)
  const found = regions(filter.subject, prove)
  if (found.kind === 'undecided') return undecided(found.reason, context)
  const { sections } = found
  const cases = sections.flatMap((section) => section.regions.flatMap((region) => region.cases))
  const args = await loadArgumentNames(
    abis,
    question,
    cases.some(({ when }) => !isAlways(when)),
  )
  const names = callNames(abis, args, question)
  const { within } = prove
  const isPart = within?.numbers !== undefined && !sameSet(within.numbers, abiNumbers(abis[0]))
  return {
    ...context,
    status: 'done',
    text: (paint) =>
      paintVerdicts(
        paint,
        isNamed || isPart
          ? byMainAbi(sections, abis)
              .map((section) => archText(names, section))
              .join('')
          : shortText(names, shortMeaning(names, abis, sections, within)),
      ),
    facts: () => ({ sections: sections.map((section) => sectionFacts(names, section)) }),
  }
}

/** The calls of an architecture for machines. */
function sectionFacts(
  names: CallNames,
  { arches, rest, regions: parts, otherwise }: ArchRegion,
): Readonly<Record<string, unknown>> {
  const places = arches.map(({ lo, hi }) => (lo === hi ? names.arch(lo) : '')) // a range has no ABI
  return {
    arches,
    rest,
    regions: parts.map(({ numbers, cases }) => ({
      ...numberFacts(names, arches, numbers),
      cases: cases.map(({ when, pointer, verdict }) => ({
        ...conditionFacts(names, arches, { numbers, when, pointer }),
        ...verdictFacts({ verdict }, places),
      })),
    })),
    ...verdictFacts({ otherwise }, places),
  }
}

/** `seccompile explain`. */
export const command: Command = defineCommand({
  warnings: 'summary',
  args: { file: SIDE },
  options: { names: flag('list every call by name, not by group'), ...QUESTION, ...WARNINGS },
  examples: [
    { does: 'what a preset refuses', line: 'seccompile explain preset:no-network' },
    { does: 'every call by its name', line: 'seccompile explain preset:container-default --names' },
    { does: 'the first calls of one ABI', line: 'seccompile explain filter.bpf --within x86_64:0-20' },
  ],
  run: asking(explain),
})
