/* The commands that show what policies can be made of, as they are typed. */
import type { Command } from 'commander'
import type { GroupsCommandOptions } from './commands/groups.ts'
import type { Io } from './io.ts'
import { inForms } from './options/shared.ts'

/** Adds the commands that show presets and groups of calls. */
export function catalogueCommands(root: Command, io: Io, done: (status: number) => void): void {
  inForms(
    root
      .command('groups')
      .description('list the groups of calls, or the calls of one')
      .argument('[name]', 'a group; with --systemd a set, such as @file-system')
      .option('--abi <abi>', 'the ABI whose calls and numbers are shown (default: the names of all ABIs)')
      .option('--systemd', 'the sets of this machine’s systemd, from "systemd-analyze syscall-filter"'),
  ).action(async (name: string | undefined, options: GroupsCommandOptions) => {
    const { groupsCommand } = await import('./commands/groups.ts')
    done(groupsCommand(io, name, options))
  })
}
