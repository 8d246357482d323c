import { passes as builtIn, pipelineOptions, pipelines } from '@seccompile/compiler'
import { pipelineText } from '@seccompile/pass'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { loadPasses } from '../load/passes.ts'
import { printableLine, shellLine, table } from '@seccompile/text-layout'
import { sayJson } from '../show/say.ts'

/** The options of `passes`, as typed. */
export interface PassesCommandOptions {
  readonly use?: readonly string[]
  readonly json?: boolean
}

/** `seccompile passes`: the names that `--passes` and `--pipeline` understand. */
export async function passesCommand(io: Io, options: PassesCommandOptions): Promise<ExitCode> {
  const own = await loadPasses(options.use ?? [], builtIn)
  const passes = [...builtIn, ...own.passes]
  const named = Object.entries(pipelines).map(([name, { summary, ...chosen }]) => ({
    name,
    summary,
    passes: pipelineText(chosen.pass),
    options: pipelineOptions(chosen),
  }))
  if (options.json === true) {
    const facts = passes.map(({ name, from, to, summary, cost = {}, required = false, declines = false }) => ({
      name, from, to, summary, cost, required, declines,
    })) // prettier-ignore
    sayJson(io, { passes: facts, pipelines: named })
    return EXIT.ok
  }
  io.out(
    table(
      ['pass', 'from', 'to', 'what it does'],
      passes.map(({ name, from, to, summary }) => [name, from, to, printableLine(summary)]),
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
