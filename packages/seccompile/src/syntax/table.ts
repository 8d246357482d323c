import type { Command } from './command.ts'

/** A command with what the table says of it. */
export interface NamedCommand extends Command {
  readonly name: string
  readonly summary: string
}

/** A row of the table: a command, which is loaded when it is typed. */
export interface CommandEntry {
  readonly name: string
  /** One line about the command, for the list of commands. */
  readonly summary: string
  readonly load: () => Promise<NamedCommand>
}

/** A word of before, which no list shows. It runs as it always did, with its own defaults and exit statuses. */
export interface OldWord extends CommandEntry {
  /** The words that do the same, without the name of the program. */
  readonly now: string
}

/** All that may be typed as a command. */
export interface CommandTable {
  /** The commands of the lists, in the order of the help. */
  readonly listed: readonly CommandEntry[]
  readonly old: readonly OldWord[]
}

/** What runs for the word `name`; `undefined` where it is no command. */
export function findCommand(
  { listed, old }: CommandTable,
  name: string | undefined,
): CommandEntry | undefined {
  return [...listed, ...old].find((each) => each.name === name)
}

/** Commands that serve one purpose. */
export interface CommandGroup {
  readonly title: string
  /** Whether only "help all" lists the group. */
  readonly isRare?: boolean
  readonly commands: readonly CommandEntry[]
}
