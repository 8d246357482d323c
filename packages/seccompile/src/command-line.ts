/*
 * All commands as they are typed, in groups, with their help.
 *
 * Help, the manual pages and the completion of shells read what this function builds, so an option that is typed
 * anywhere is in all three.
 */
import { Command, CommanderError } from 'commander'
import { catalogueCommands } from './catalogue-commands.ts'
import { COMPLETE_WORDS, completeCommand } from './complete-command.ts'
import { filterCommands } from './filter-commands.ts'
import { COMMAND_GROUPS } from './help/catalogue.ts'
import { examplesText } from './help/examples.ts'
import type { Io } from './io.ts'
import { kernelCommands } from './kernel-commands.ts'
import { questionCommands } from './question-commands.ts'
import { reviewCommands } from './review-commands.ts'
import { sayError } from './show/say.ts'
import { version } from './version.ts'

/** An error of commander: what is wrong, and the line with the word that was meant, where there is one. */
function partsOf(text: string): readonly [what: string, meant: string] {
  const what = text.replace(/^error: /, '').trimEnd()
  const [meant = ''] = /\n\(Did you mean [^\n]*$/.exec(what) ?? []
  return [what.slice(0, what.length - meant.length), meant.trimStart()]
}

/** A command without subcommands, that prints to `io` and never ends the process. */
function bare(io: Io): Command {
  return new Command('seccompile')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: (text) => sayError(io, ...partsOf(text)),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({ subcommandTerm: (command) => command.name(), minWidthToWrap: 20 })
}

/**
 * Adds `--version` to `root`. `version()` of commander would want the version before it is asked for, and `package.json` is read for it.
 */
function addVersion(root: Command, io: Io): void {
  root.option('-V, --version', 'output the version number').on('option:version', () => {
    io.out(`${version()}\n`)
    throw new CommanderError(0, 'commander.version', 'the version is printed')
  })
}

/**
 * The command line; each command hands its exit status to `done`.
 *
 * @param typed - the first word. Where it is a command, some other commands may be left out: to make all takes longer than many a
 * command runs
 * @throws Error where the list of the help and the commands differ, which a test would show
 */
export function commandLine(io: Io, done: (status: number) => void, typed?: string): Command {
  const all = bare(io)
  const isFound = (): boolean => all.commands.some((command) => command.name() === typed)
  for (const add of [
    ...filterCommands,
    catalogueCommands,
    questionCommands,
    reviewCommands,
    kernelCommands,
    completeCommand,
  ]) {
    add(all, io, done)
    if (isFound()) break
  }
  const left = new Map(all.commands.map((command) => [command.name(), command]))
  const root = bare(io)
    .description('Turns a seccomp policy into the smallest, fastest filter that means the same.')
    .usage('COMMAND [options]')
  addVersion(root, io)
  for (const { title, commands } of COMMAND_GROUPS) {
    root.commandsGroup(`${title}:`)
    for (const { name, summary, examples } of commands) {
      const command = left.get(name)
      if (command === undefined) {
        if (isFound()) continue
        throw new Error(`the help has a command that is none: ${name}`)
      }
      left.delete(name)
      root.addCommand(command.summary(summary).addHelpText('after', () => examplesText(examples)))
    }
  }
  const words = left.get(COMPLETE_WORDS)
  left.delete(COMPLETE_WORDS)
  if (words !== undefined) root.addCommand(words)
  if (left.size > 0) throw new Error(`the help does not have these commands: ${[...left.keys()].join(', ')}`)
  root.helpCommand('help [command]', 'show the help of a command')
  return root.addHelpText(
    'after',
    '\n"seccompile COMMAND --help" has the options of a command, and examples.',
  )
}
