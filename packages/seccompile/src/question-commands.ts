/* The commands that ask the prover, as they are typed. */
import type { Command } from 'commander'
import type { IntersectCommandOptions } from './commands/intersect.ts'
import type { Io } from './io.ts'
import { OUTPUT } from './options/files.ts'
import { JSON_OUT as JSON_OPTION } from './options/forms.ts'
import { NOTATION } from './options/notation.ts'
import type { QuestionOptions } from './options/question.ts'
import { forTarget, inForms, RAW, SIDE, withOptions } from './options/shared.ts'
import { WITHIN } from './options/within.ts'

/** Adds the options of a question whose answer is text or JSON. */
function asked(command: Command): Command {
  return inForms(withOptions(forTarget(command), { within: WITHIN }))
}

/** Adds the commands that ask the prover. */
export function questionCommands(root: Command, io: Io, done: (status: number) => void): void {
  const intersect = forTarget(
    root
      .command('intersect')
      .description('make a filter that is as strict as two together; of two errnos, the one of <b> counts')
      .argument('<a>', SIDE)
      .argument('<b>', SIDE),
  )
  const within = 'make it for the numbers of an ABI, or a range of them, and kill all other calls'
  withOptions(intersect, {
    within: { ...WITHIN, about: within },
    output: OUTPUT,
    ...NOTATION,
    json: JSON_OPTION,
  }).action(async (a: string, b: string, options: IntersectCommandOptions) => {
    const { intersectCommand } = await import('./commands/intersect.ts')
    done(await intersectCommand(io, a, b, options))
  })
  asked(
    root.command('explain').description('list what a filter does, by system call').argument('<file>', SIDE),
  )
    .option(...RAW)
    .action(async (file: string, options: QuestionOptions) => {
      const { explainCommand } = await import('./commands/explain.ts')
      done(await explainCommand(io, file, options))
    })
  asked(
    root
      .command('digest')
      .description('print a fingerprint of the meaning of a filter: filters that mean the same have the same')
      .argument('<files...>', SIDE),
  ).action(async (files: readonly string[], options: QuestionOptions) => {
    const { digestCommand } = await import('./commands/digest.ts')
    done(await digestCommand(io, files, options))
  })
}
