import type { Answer } from '@seccompile/answer'
import { passes as builtIn, pipelineOptions, pipelines } from '@seccompile/compiler'
import { pipelineText } from '@seccompile/pass'
import { didYouMean, quote } from '@seccompile/shape'
import { printableLine, shellLine, table } from '@seccompile/text-layout'
import { asking } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import { loadPasses } from '../load/passes.ts'
import { useOption } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** The passes to list. */
interface PassesQuestion {
  /** The modules whose passes are listed beside those of the project. */
  readonly use?: readonly string[] | undefined
  /** A pass or a pipeline; all of them, if left out. */
  readonly name?: string | undefined
}

/**
 * The names that `--passes` and `--pipeline` understand, or the one of them called `name`.
 * @throws CliError where none has this name
 */
export async function passes({ use = [], name: wanted }: PassesQuestion): Promise<Answer> {
  const own = await loadPasses(use, builtIn)
  const isWanted = ({ name }: { readonly name: string }): boolean => wanted === undefined || name === wanted
  const known = [...builtIn, ...own.passes]
  const all = known.filter(isWanted)
  const named = Object.entries(pipelines)
    .map(([name, { summary, ...chosen }]) => ({
      name,
      summary,
      passes: pipelineText(chosen.pass),
      options: pipelineOptions(chosen),
    }))
    .filter(isWanted)
  if (wanted !== undefined && all.length + named.length === 0) {
    const names = [...known.map(({ name }) => name), ...Object.keys(pipelines)]
    throw new CliError(
      `unknown pass ${quote(wanted)}${didYouMean(wanted, names, '; "lookup passes" lists all')}`,
    )
  }
  const passRows = all.map(({ name, from, to, summary }) => [name, from, to, printableLine(summary)])
  const pipelineRows = named.map(({ name, summary, options }) => [name, summary, shellLine(options)])
  return {
    status: 'done',
    text: () =>
      [
        ...(passRows.length === 0 ? [] : [table(['pass', 'from', 'to', 'what it does'], passRows)]),
        ...(pipelineRows.length === 0
          ? []
          : [table(['pipeline', 'what it is', 'the same as'], pipelineRows)]),
      ].join('\n'),
    facts: () => ({
      passes: all.map(({ name, from, to, summary, cost = {}, required = false, declines = false }) => ({
        name, from, to, summary, cost, required, declines,
      })), // prettier-ignore
      pipelines: named,
    }),
  }
}

/** `seccompile passes`. */
export const command: Command = defineCommand({
  args: {},
  options: { use: useOption('passes'), json: JSON_OUT },
  examples: [{ does: 'the names that --passes takes', line: 'seccompile passes' }],
  run: asking(passes),
})
