/* The commands by which a shell completes words, as they are typed. */
import type { Command } from 'commander'
import { EXIT } from './exit-code.ts'
import type { Io } from './io.ts'

/** The command that the scripts call; no person types it, and no help has it. */
export const COMPLETE_WORDS = 'complete-words'

/** Adds the command that prints a script for a shell, and the command that the script calls. */
export function completeCommand(root: Command, io: Io, done: (status: number) => void): void {
  root
    .command('complete')
    .description(
      'print the script by which a shell completes commands, options, calls, constants, presets, lint rules and ABIs',
    )
    .argument('<shell>', 'bash, zsh or fish')
    .action(async (text: string) => {
      const { completionScript, parseShell } = await import('./complete/scripts.ts')
      io.out(completionScript(parseShell(text)))
      done(EXIT.ok)
    })
  root
    .command(COMPLETE_WORDS, { hidden: true })
    .description('print what the last of some words may become, for the scripts of "complete"')
    .argument('[words...]', 'the words after "seccompile", after "--"')
    .action(async (words: readonly string[]) => {
      const { completions, completionsText } = await import('./complete/complete.ts')
      io.out(completionsText(await completions(root.parent ?? root, words)))
      done(EXIT.ok)
    })
}
