import { passes, presets } from '@seccompile/compiler'
import { pipelineText } from '@seccompile/pass'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { sayJson } from '../say.ts'
import { table } from '../table.ts'

/** The options of `passes`, as typed. */
export interface PassesCommandOptions {
  readonly json?: boolean
}

/** `seccompile passes`: what `--passes` and `--preset` can name. */
export function passesCommand(io: Io, options: PassesCommandOptions): ExitCode {
  const named = Object.entries(presets).map(([name, preset]) => ({
    name,
    summary: preset.summary,
    passes: pipelineText(preset.pipeline),
  }))
  if (options.json === true) {
    const facts = passes.map(({ name, from, to, summary, needs = [], gives = [], cost = {} }) => ({
      name, from, to, summary, needs, gives, cost,
    })) // prettier-ignore
    sayJson(io, { passes: facts, presets: named })
    return EXIT.ok
  }
  io.out(
    table(
      ['pass', 'from', 'to', 'what it does'],
      passes.map(({ name, from, to, summary }) => [name, from, to, summary]),
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
