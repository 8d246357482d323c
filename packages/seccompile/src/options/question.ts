/* The options of the commands that ask the prover. */
import { flag } from '../syntax/option.ts'
import type { Option, OptionsOf } from '../syntax/option.ts'
import { JSON_OUT, RAW } from './forms.ts'
import { TARGET } from './target.ts'
import type { TargetOptions } from './target.ts'
import { WITHIN } from './within.ts'
import type { TypedPart } from './within.ts'

/** The options of every command that asks the prover. */
export interface QuestionOptions extends TargetOptions {
  readonly within?: TypedPart | undefined
  readonly json?: boolean
  readonly raw?: boolean
}

/** The instructions that lead to the verdicts of a call that answers a question about two filters. */
export const TRACE: Option<boolean> = flag('show the instructions that lead to each verdict')

/** The options of {@link QuestionOptions}, in the order of the help. */
export const QUESTION: OptionsOf<Omit<QuestionOptions, 'native'>> = {
  ...TARGET,
  within: WITHIN,
  json: JSON_OUT,
  raw: RAW,
}
