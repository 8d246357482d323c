import { passes as builtIn, pipelines } from '@seccompile/compiler'
import { pipelineText } from '@seccompile/pass'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { loadPasses } from '../load/passes.ts'
import { printableLine } from '../show/printable.ts'
import { sayJson } from '../show/say.ts'
import { table } from '../show/table.ts'

/** The options of `passes`, as typed. */
export interface PassesCommandOptions {
  readonly use?: readonly string[]
  readonly json?: boolean
}

/** `seccompile passes`: the names that `--passes` and `--pipeline` understand. */
export async function passesCommand(io: Io, options: PassesCommandOptions): Promise<ExitCode> {
  const own = await loadPasses(options.use ?? [], builtIn)
  const passes = [...builtIn, ...own.passes]
  const named = Object.entries(pipelines).map(([name, { summary, pass }]) => ({
    name,
    summary,
    passes: pipelineText(pass),
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
      ['pipeline', 'what it is', 'passes'],
      named.map(({ name, summary, passes: text }) => [name, summary, text]),
    )}`,
  )
  return EXIT.ok
}
