/* The command by which a shell completes words, as it is typed. */
import type { Command } from 'commander'
import { EXIT } from './exit-code.ts'
import type { Io } from './io.ts'

/** Adds the command that prints a script for a shell. */
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
}
