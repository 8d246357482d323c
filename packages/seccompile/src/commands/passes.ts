import { passes as builtIn, presets } from '@seccompile/compiler'
import { pipelineText } from '@seccompile/pass'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { loadPasses } from '../load/passes.ts'
import { printable } from '../show/printable.ts'
import { sayJson } from '../show/say.ts'
import { table } from '../show/table.ts'

/** The options of `passes`, as typed. */
export interface PassesCommandOptions {
  readonly use?: readonly string[]
  readonly json?: boolean
}

/** `seccompile passes`: what `--passes` and `--preset` can name. */
export async function passesCommand(io: Io, options: PassesCommandOptions): Promise<ExitCode> {
  const own = await loadPasses(options.use ?? [], builtIn)
  const passes = [...builtIn, ...own.passes]
  const named = Object.entries(presets).map(([name, preset]) => ({
    name,
    summary: preset.summary,
    passes: pipelineText(preset.pipeline),
  }))
  if (options.json === true) {
    const facts = passes.map(({ name, from, to, summary, cost = {}, required = false, declines = false }) => ({
      name, from, to, summary, cost, required, declines,
    })) // prettier-ignore
    sayJson(io, { passes: facts, presets: named })
    return EXIT.ok
  }
  io.out(
    table(
      ['pass', 'from', 'to', 'what it does'],
      passes.map(({ name, from, to, summary }) => [name, from, to, printable(summary)]),
    ),
  )
  io.out(
    `\n${table(
      ['preset', 'what it is', 'passes'],
      named.map(({ name, summary, passes: text }) => [name, summary, text]),
    )}`,
  )
  return EXIT.ok
}
