/* The commands by which a shell completes words, as they are typed. */
import { didYouMean, quote } from '@seccompile/abi'
import type { Command } from 'commander'
import type { Shell } from './complete/scripts.ts'
import { CliError } from './cli-error.ts'
import { EXIT } from './exit-code.ts'
import type { Io } from './io.ts'

/** The command that the scripts call; no person types it, and no help has it. */
export const COMPLETE_WORDS = 'complete-words'

/** The shells for which there is a script. */
const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish']

/** The shell that `text` names. @throws CliError where there is no script for it */
function parseShell(text: string): Shell {
  const found = SHELLS.find((shell) => shell === text)
  if (found !== undefined) return found
  const hint = didYouMean(text, SHELLS, '; there are scripts for bash, zsh and fish')
  throw new CliError(`unknown shell ${quote(text)}${hint}`)
}

/** Adds the command that prints a script for a shell, and the command that the script calls. */
export function completeCommand(root: Command, io: Io, done: (status: number) => void): void {
  root
    .command('complete')
    .description(
      'print the script by which a shell completes commands, options, calls, presets, lint rules and ABIs',
    )
    .argument('<shell>', 'bash, zsh or fish')
    .action(async (text: string) => {
      const shell = parseShell(text)
      const { completionScript } = await import('./complete/scripts.ts')
      io.out(completionScript(shell))
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
