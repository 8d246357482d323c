/* The help as facts, for what writes it in another form: the manual pages. */
import type { Command as Commander } from 'commander'
import { commandLine } from '../command-line.ts'
import { loadGroups } from '../command-groups.ts'
import type { CommandGroup } from '../command-groups.ts'
import type { Io } from '../io.ts'
import type { Command, Example } from '../syntax/command.ts'
import { EXIT_STATUSES } from './statuses.ts'

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
  readonly groups: readonly CommandGroup<Pick<Command, 'name' | 'summary'>>[]
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

function optionsOf(command: Commander): readonly ManualTerm[] {
  const help = command.createHelp()
  return help
    .visibleOptions(command)
    .map((option) => ({ term: help.optionTerm(option), about: help.optionDescription(option) }))
}

function argumentsOf(command: Commander): readonly ManualTerm[] {
  const help = command.createHelp()
  return help
    .visibleArguments(command)
    .map((argument) => ({ term: help.argumentTerm(argument), about: help.argumentDescription(argument) }))
}

/** The help of the command line. */
export async function manual(): Promise<Manual> {
  const root = await commandLine(SILENT, () => {})
  const groups = await loadGroups()
  const commands = groups
    .flatMap((group) => group.commands)
    .map(({ name, summary, examples }) => {
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
    groups,
    commands,
    statuses: EXIT_STATUSES.map(([term, about]) => ({ term, about })),
  }
}
