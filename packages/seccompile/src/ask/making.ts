/*
 * A command that makes a filter. Its function gets the values of the command, and yields the filter with what there is to say of it.
 * The notation, the place and the report of every such filter are decided here.
 */
import type { Answer, AnswerContext } from '@seccompile/answer'
import { jsonText } from '@seccompile/text-layout'
import { EXIT } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { writeOutput } from '../io/output.ts'
import { chosenNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { sayNote } from '../show/say.ts'
import { contentOf } from '../write/content-of.ts'
import { printContent } from '../write/content.ts'
import type { ContentOptions, FilterToWrite } from '../write/content.ts'
import { outputFile } from '../write/output-file.ts'
import { sayWritten } from '../write/say-written.ts'
import { printAnswer, sayBefore } from './print-answer.ts'

/** The options that choose the notation and the place of a filter. */
type MakingOptions = NotationOptions & ContentOptions

/** What there is to say of a program that was written to a file. */
export interface ProgramReport {
  /** The lines after the name of the file, with a line feed at the end. */
  readonly text: string
  readonly facts: unknown
  readonly notes?: readonly string[]
}

/** A filter that a command made, and what there is to say of it. */
export interface FilterWithReport extends AnswerContext {
  readonly made: FilterToWrite
  /** Of a program with `bytes` bytes in `file`; the words of its notation, if left out. */
  readonly report?: (file: string, bytes: number) => ProgramReport
}

/** What the function of such a command yields: a filter, or the answer why there is none. */
export type MakingOutcome = FilterWithReport | Answer

/**
 * The body of the command that makes what `make` yields.
 * @param inputs - the files that the filter is made from, which it must not replace
 * @param otherwise - the notation of an output with no known ending; if left out, such an output is an error
 */
export function making<Values extends MakingOptions>(
  make: (values: NoInfer<Values>) => MakingOutcome | Promise<MakingOutcome>,
  inputs: (values: NoInfer<Values>) => readonly string[],
  otherwise?: string,
): (io: Io, values: Values) => Promise<number> {
  return async (io, values) => {
    const notation = chosenNotation(values, otherwise)
    const output = outputFile(io, values, notation, inputs(values))
    const { json = false } = values
    const found = await make(values)
    if ('status' in found) return printAnswer(io, found, { form: json ? 'json' : 'text' })
    sayBefore(io, found, !json)
    const content = await contentOf(io, found.made, notation, values)
    if (typeof content === 'number') return content
    if (output === undefined) {
      printContent(io, content)
      return EXIT.ok
    }
    await writeOutput(output, content.bytes)
    if (found.report === undefined || notation.kind === 'policy') {
      sayWritten(io, output, notation, content, json)
      return EXIT.ok
    }
    const { text, facts, notes = [] } = found.report(output, content.bytes.length)
    if (!json) for (const each of notes) sayNote(io, each)
    io.out(json ? jsonText(facts) : text)
    return EXIT.ok
  }
}
