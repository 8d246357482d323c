import { passes as builtIn, pipelineOptions, pipelines } from '@seccompile/compiler'
import { pipelineText } from '@seccompile/pass'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { loadPasses } from '../load/passes.ts'
import { printableLine, shellLine, table } from '@seccompile/text-layout'
import { sayJson } from '../show/say.ts'

/** The modules whose passes are listed beside those of the project. */
export interface PassesQuestion {
  readonly use?: readonly string[] | undefined
  readonly json: boolean
}

/** `seccompile passes`: the names that `--passes` and `--pipeline` understand. */
export async function passes(io: Io, { use = [], json }: PassesQuestion): Promise<ExitCode> {
  const own = await loadPasses(use, builtIn)
  const all = [...builtIn, ...own.passes]
  const named = Object.entries(pipelines).map(([name, { summary, ...chosen }]) => ({
    name,
    summary,
    passes: pipelineText(chosen.pass),
    options: pipelineOptions(chosen),
  }))
  if (json) {
    const facts = all.map(({ name, from, to, summary, cost = {}, required = false, declines = false }) => ({
      name, from, to, summary, cost, required, declines,
    })) // prettier-ignore
    sayJson(io, { passes: facts, pipelines: named })
    return EXIT.ok
  }
  io.out(
    table(
      ['pass', 'from', 'to', 'what it does'],
      all.map(({ name, from, to, summary }) => [name, from, to, printableLine(summary)]),
    ),
  )
  io.out(
    `\n${table(
      ['pipeline', 'what it is', 'the same as'],
      named.map(({ name, summary, options: words }) => [name, summary, shellLine(words)]),
    )}`,
  )
  return EXIT.ok
}
