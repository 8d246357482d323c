import { regions } from '@seccompile/prover'
import { isAlways, sameSet } from '@seccompile/rules'
import type { RangeSet } from '@seccompile/rules'
import { abiNumbers } from '@seccompile/syscalls'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { askOne, sayUndecided } from '../load/question.ts'
import type { QuestionOptions } from '../options/question.ts'
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
import { sayJson } from '../show/say.ts'
import { sayText } from '../show/verdict-colours.ts'

/** The filter that is explained. */
export interface ExplainQuestion extends QuestionOptions {
  readonly file: string
  /** Whether every call is listed by its name. */
  readonly names?: boolean
}

/** `seccompile explain`: the meaning of a filter, as a list of calls and conditions. */
export async function explain(io: Io, question: ExplainQuestion): Promise<ExitCode> {
  const { json = false, names: isNamed = false } = question
  const { side, abis, prove } = await askOne(io, question.file, question)
  const answer = regions(side.leveled, prove)
  if (answer.kind === 'undecided') return sayUndecided(io, answer.reason, json)
  const cases = answer.sections.flatMap((section) => section.regions.flatMap((region) => region.cases))
  const args = await loadArgumentNames(
    abis,
    question,
    cases.some(({ when }) => !isAlways(when)),
  )
  const names = callNames(abis, args, question)
  if (!json) {
    const { within } = prove
    const isPart = within?.numbers !== undefined && !sameSet(within.numbers, abiNumbers(abis[0]))
    const text =
      isNamed || isPart
        ? byMainAbi(answer.sections, abis)
            .map((section) => archText(names, section))
            .join('')
        : shortText(names, shortMeaning(names, abis, answer.sections, within))
    sayText(io, text)
    return EXIT.ok
  }
  const placeOf = (arches: RangeSet<number>): readonly string[] =>
    arches.map(({ lo, hi }) => (lo === hi ? names.arch(lo) : '')) // a range has no ABI
  const sections = answer.sections.map(({ arches, rest, regions: parts, otherwise }) => ({
    arches,
    rest,
    regions: parts.map(({ numbers, cases: each }) => ({
      ...numberFacts(names, arches, numbers),
      cases: each.map(({ when, pointer, verdict }) => ({
        ...conditionFacts(names, arches, { numbers, when, pointer }),
        ...verdictFacts({ verdict }, placeOf(arches)),
      })),
    })),
    ...verdictFacts({ otherwise }, placeOf(arches)),
  }))
  sayJson(io, { sections })
  return EXIT.ok
}
