/*
 * `seccompile complete`: the scripts with which shells complete a command line of seccompile. The scripts are files
 * of the package, in the languages of the shells.
 */
import { readFileSync } from 'node:fs'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { chosenArgument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** A shell that has a script. */
export type Shell = 'bash' | 'zsh' | 'fish'

/** `seccompile complete`: the script for `shell`. */
function complete(io: Io, shell: Shell): ExitCode {
  // The relative path is the same from src/commands, dist/commands and dist/bundle.
  io.out(readFileSync(new URL(`../../completions/seccompile.${shell}`, import.meta.url), 'utf8'))
  return EXIT.ok
}

/** `seccompile complete`. */
export const command: Command = defineCommand({
  description:
    'print the script with which a shell completes commands, options, calls, constants, presets, lint rules and ABIs',
  args: { shell: chosenArgument(['bash', 'zsh', 'fish']) },
  options: {},
  examples: [
    { does: 'for this session of bash', line: 'source <(seccompile complete bash)' },
    {
      does: 'for every session of zsh, in a folder of $fpath',
      line: 'seccompile complete zsh > ~/.zfunc/_seccompile',
    },
    {
      does: 'for every session of fish',
      line: 'seccompile complete fish > ~/.config/fish/completions/seccompile.fish',
    },
  ],
  run: (io, { shell }) => complete(io, shell),
})
