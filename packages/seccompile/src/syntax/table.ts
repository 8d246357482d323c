import type { Command } from './command.ts'

/** A command of the table, which is loaded when it is typed. */
export interface CommandEntry {
  readonly name: string
  readonly load: () => Promise<Command>
}

/** Commands that serve one purpose. */
export interface CommandGroup<Entry = CommandEntry> {
  readonly title: string
  readonly commands: readonly Entry[]
}
