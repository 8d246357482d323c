/*
 * The common parts of the commands that ask the prover: loading the filters, notes on a comparison, and the message for an
 * undecided question.
 */
import type { AnswerContext } from '@seccompile/answer'
import { aboutOne, aboutTwo, archesNote } from '@seccompile/describe'
import type { FilterPair, SingleQuestion } from '@seccompile/describe'
import { printableLine } from '@seccompile/text-layout'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { colours } from '../io/colours.ts'
import type { Io } from '../io/io.ts'
import type { QuestionOptions } from '../options/question.ts'
import { readingWarnings, sayJson } from '../show/say.ts'
import { openFilter, openFilters } from './open-filter.ts'
import type { Filter } from '@seccompile/filter'

/** A question about one filter that is loaded. */
export type AskedOne = SingleQuestion

/** A question about two filters that are loaded. */
export type AskedTwo = FilterPair

/** The question about the filter that `argument` names. @throws CliError or PolicyError where it cannot be loaded */
export async function aboutFile(argument: string, options: QuestionOptions): Promise<AskedOne> {
  return aboutOne(await openFilter(argument, options), options.within)
}

/** The question about two filters. @throws CliError or PolicyError where one cannot be loaded */
export async function aboutFiles(a: string, b: string, options: QuestionOptions): Promise<AskedTwo> {
  return aboutTwo(await openFilters(a, b, options), options.within)
}

/** The warnings about the policies of `filters`, for an answer. */
export function contextOf(...filters: readonly Filter[]): AnswerContext {
  return { warnings: filters.map(readingWarnings) }
}

/**
 * The note that two filters are for different architectures, which may explain an answer, and `advice`; none where the person named a part.
 */
export function archesNotes(
  asked: AskedTwo,
  { within }: QuestionOptions,
  advice?: string,
): readonly string[] {
  const note = within === undefined ? archesNote(asked, advice) : undefined
  return note === undefined ? [] : [note]
}

/** Prints that a question is undecided, and why. */
export function sayUndecided(io: Io, reason: string, json: boolean | undefined): ExitCode {
  if (json === true) sayJson(io, { answer: 'undecided', reason })
  else io.err(`${colours(io, 'err').yellow('not decided:')} ${printableLine(reason)}\n`)
  return EXIT.failure
}
