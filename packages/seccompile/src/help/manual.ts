/* The help as facts, for what writes it in another form: the manual pages. */
import type { Command } from 'commander'
import { commandLine } from '../command-line.ts'
import type { Io } from '../io.ts'
import { COMMAND_GROUPS, EXIT_STATUSES } from './catalogue.ts'
import type { CommandGroup, Example } from './catalogue.ts'

/** An argument or an option as it is typed, and what it is. */
export interface ManualTerm {
  readonly term: string
  readonly about: string
}

/** What the help has of one command. */
export interface ManualCommand {
  readonly name: string
  readonly summary: string
  /** What is typed behind the name: `[options] <a> <b>`. */
  readonly usage: string
  readonly description: string
  readonly args: readonly ManualTerm[]
  readonly options: readonly ManualTerm[]
  readonly examples: readonly Example[]
}

/** What the help has. */
export interface Manual {
  readonly description: string
  readonly options: readonly ManualTerm[]
  readonly groups: readonly CommandGroup[]
  readonly commands: readonly ManualCommand[]
  readonly statuses: readonly ManualTerm[]
}

const SILENT: Io = {
  out: () => {},
  outBytes: () => {},
  err: () => {},
  outIsTerminal: false,
  errIsTerminal: false,
  env: {},
}

function optionsOf(command: Command): readonly ManualTerm[] {
  const help = command.createHelp()
  return help
    .visibleOptions(command)
    .map((option) => ({ term: help.optionTerm(option), about: help.optionDescription(option) }))
}

function argumentsOf(command: Command): readonly ManualTerm[] {
  const help = command.createHelp()
  return help
    .visibleArguments(command)
    .map((argument) => ({ term: help.argumentTerm(argument), about: help.argumentDescription(argument) }))
}

/** The help of the command line. */
export function manual(): Manual {
  const root = commandLine(SILENT, () => {})
  const commands = COMMAND_GROUPS.flatMap((group) => group.commands).map(({ name, summary, examples }) => {
    const command = root.commands.find((each) => each.name() === name)!
    return {
      name,
      summary,
      usage: command.usage(),
      description: command.description(),
      args: argumentsOf(command),
      options: optionsOf(command),
      examples,
    }
  })
  return {
    description: root.description(),
    options: optionsOf(root),
    groups: COMMAND_GROUPS,
    commands,
    statuses: EXIT_STATUSES.map(([term, about]) => ({ term, about })),
  }
}
