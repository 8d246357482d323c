import { chosenArgument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile complete`. */
export const command: Command = defineCommand({
  name: 'complete',
  summary: 'print the script with which a shell completes words',
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
  run: async (io, { shell }) => (await import('../bodies/complete.ts')).complete(io, shell),
})
