import type { Answer } from '@seccompile/answer'
import { passes as builtIn, pipelineOptions, pipelines } from '@seccompile/compiler'
import { pipelineText } from '@seccompile/pass'
import { loadPasses } from '../load/passes.ts'
import { printableLine, shellLine, table } from '@seccompile/text-layout'

/** The modules whose passes are listed beside those of the project. */
export interface PassesQuestion {
  readonly use?: readonly string[] | undefined
}

/** The names that `--passes` and `--pipeline` understand. */
export async function passes({ use = [] }: PassesQuestion): Promise<Answer> {
  const own = await loadPasses(use, builtIn)
  const all = [...builtIn, ...own.passes]
  const named = Object.entries(pipelines).map(([name, { summary, ...chosen }]) => ({
    name,
    summary,
    passes: pipelineText(chosen.pass),
    options: pipelineOptions(chosen),
  }))
  const passRows = all.map(({ name, from, to, summary }) => [name, from, to, printableLine(summary)])
  const pipelineRows = named.map(({ name, summary, options }) => [name, summary, shellLine(options)])
  return {
    status: 'done',
    text: () =>
      `${table(['pass', 'from', 'to', 'what it does'], passRows)}\n${table(['pipeline', 'what it is', 'the same as'], pipelineRows)}`,
    facts: () => ({
      passes: all.map(({ name, from, to, summary, cost = {}, required = false, declines = false }) => ({
        name, from, to, summary, cost, required, declines,
      })), // prettier-ignore
      pipelines: named,
    }),
  }
}
