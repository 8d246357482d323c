/* The options that name passes. */
import { GOALS } from '@seccompile/compiler'
import type { GoalName } from '@seccompile/compiler'
import type { WordCandidate } from '../syntax/completion.ts'
import { listOf } from '../syntax/completion.ts'
import { asTyped, choice, onPage, valued } from '../syntax/option.ts'
import type { OptionsOf } from '../syntax/option.ts'

/** The passes of the compiler by their names. */
export const PASS_NAMES = async (): Promise<readonly WordCandidate[]> => {
  const { passes } = await import('@seccompile/compiler')
  return passes.map(({ name, summary }) => ({ value: name, about: summary }))
}

/** The options that name a pipeline of one's own. */
export interface OwnPipelineOptions {
  readonly passes?: string | undefined
  readonly goal?: GoalName | undefined
}

/** The options of {@link OwnPipelineOptions}, in the order of the help. */
export const OWN_PIPELINE: OptionsOf<OwnPipelineOptions> = onPage('own-passes', {
  passes: valued({
    placeholder: 'text',
    brief: 'a pipeline of your own, which runs once: see "seccompile lookup passes"',
    parse: asTyped,
    complete: listOf(PASS_NAMES),
  }),
  goal: choice({
    placeholder: 'name',
    brief: 'try --passes in several ways for one goal, and take the best filter',
    choices: GOALS,
  }),
})
