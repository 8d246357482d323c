/* The help as facts, for programs that write it in another form, such as the manual pages. */
import { COMMAND_GROUPS, COMMANDS } from './command-groups.ts'
import type { Command, Example } from './syntax/command.ts'
import { argumentTerm, optionTerm } from './syntax/commander.ts'
import type { CommandGroup, NamedCommand } from './syntax/table.ts'
import { DESCRIPTION, HELP, VERSION } from './help/program.ts'
import { EXIT_STATUSES } from './help/statuses.ts'

/** An argument or an option as it is typed, with its description. */
export interface ManualTerm {
  readonly term: string
  readonly about: string
}

/** The help for one command. */
export interface ManualCommand {
  readonly name: string
  readonly summary: string
  /** The words after the name: `[options] <a> <b>`. */
  readonly usage: string
  readonly description: string
  readonly args: readonly ManualTerm[]
  readonly options: readonly ManualTerm[]
  readonly examples: readonly Example[]
}

/** The parts of the help. */
export interface Manual {
  readonly description: string
  readonly options: readonly ManualTerm[]
  readonly groups: readonly CommandGroup[]
  readonly commands: readonly ManualCommand[]
  readonly statuses: readonly ManualTerm[]
}

const optionsOf = (options: Command['options']): readonly ManualTerm[] =>
  Object.entries(options).map(([key, option]) => ({ term: optionTerm(key, option), about: option.about }))

function manualCommand({
  name,
  summary,
  description = summary,
  args,
  options,
  examples,
}: NamedCommand): ManualCommand {
  const words = Object.entries(args)
  return {
    name,
    summary,
    usage: ['[options]', ...words.map(([key, { count }]) => argumentTerm(key, count))].join(' '),
    description,
    args: words.map(([term, { about }]) => ({ term, about })),
    options: optionsOf({ ...options, ...HELP }),
    examples,
  }
}

/** The help of the command line. */
export async function manual(): Promise<Manual> {
  return {
    description: DESCRIPTION,
    options: optionsOf({ ...VERSION, ...HELP }),
    groups: COMMAND_GROUPS,
    commands: (await Promise.all(COMMANDS.listed.map(({ load }) => load()))).map(manualCommand),
    statuses: EXIT_STATUSES.map(([term, about]) => ({ term, about })),
  }
}
