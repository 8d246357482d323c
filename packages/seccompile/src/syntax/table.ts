import type { Command } from './command.ts'

/** A command of the table, which is loaded when it is typed. */
export interface CommandEntry {
  readonly name: string
  readonly load: () => Promise<Command>
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
export interface CommandGroup<Entry = CommandEntry> {
  readonly title: string
  /** Whether only "help all" lists the group. */
  readonly isRare?: boolean
  readonly commands: readonly Entry[]
}
