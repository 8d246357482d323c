/* The commands that show what policies can be made of, as they are typed. */
import type { Command } from 'commander'
import type { PresetsCommandOptions } from './commands/presets.ts'
import type { Io } from './io.ts'
import { JSON_OUT } from './options/shared.ts'

/** Adds the commands that show presets and groups of calls. */
export function catalogueCommands(root: Command, io: Io, done: (status: number) => void): void {
  root
    .command('presets')
    .description(
      'list the presets, or say of one what it is against, what it leaves open and what its rules are',
    )
    .argument('[name]', 'a preset, or several that hold together: NAME+NAME')
    .option(...JSON_OUT)
    .action(async (name: string | undefined, options: PresetsCommandOptions) => {
      const { presetsCommand } = await import('./commands/presets.ts')
      done(presetsCommand(io, name, options))
    })
}
