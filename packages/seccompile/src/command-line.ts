/*
 * All commands in groups, with their help: the table of commands for commander.
 *
 * The help, the manual pages and the completion of shells read the same values, so every option is in all of them.
 */
import { Command as Commander, CommanderError } from 'commander'
import { COMMAND_GROUPS, COMMANDS } from './command-groups.ts'
import { examplesText } from './help/examples.ts'
import { DESCRIPTION, HELP_COMMAND, VERSION } from './help/program.ts'
import { briefHelp, topicsText } from './help/topics.ts'
import type { Io } from './io/io.ts'
import { checkUseful } from './io/lost-output.ts'
import { warningOutput } from './options/warnings.ts'
import { sayError } from './show/say.ts'
import { argumentTerm, commanderOption, valuesOf } from './syntax/commander.ts'
import { findCommand } from './syntax/table.ts'
import type { NamedCommand } from './syntax/table.ts'
import { version } from './io/version.ts'

/** The command that the scripts of shells call. No person types it, and the help leaves it out. */
export const COMPLETE_WORDS = 'complete-words'

/** Takes the exit status of the command that ran. */
type Done = (status: number) => void

/** The message of commander's error `text`, and the line that suggests a word, if there is one. */
function partsOf(text: string): readonly [what: string, ...meant: readonly string[]] {
  const what = text.replace(/^error: /, '').trimEnd()
  const meant = /\n\(Did you mean [^\n]*$/.exec(what)?.[0]
  return meant === undefined ? [what] : [what.slice(0, -meant.length), meant.trimStart()]
}

/** A command without subcommands. It prints to `io`, and never ends the process. */
function bare(io: Io): Commander {
  return new Commander('seccompile')
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
 * Adds `--version` to `root`. Commander's own `version()` takes the version at once, and `package.json` would be read
 * for every command.
 */
function addVersion(root: Commander, io: Io): void {
  root.addOption(commanderOption('version', VERSION.version)).on('option:version', () => {
    io.out(`${version()}\n`)
    throw new CommanderError(0, 'commander.version', 'the version is printed')
  })
}

/** Adds `command`, with its words and its help, to `root`. */
function addCommand(root: Commander, command: NamedCommand, io: Io, done: Done): void {
  const { name, summary, description = summary, args, options, examples } = command
  const now = COMMANDS.old.find((old) => old.name === name)?.now
  const older =
    now === undefined ? '' : `\n\nAn older word, which stays. The word now is "seccompile ${now}".`
  const made = root.command(name).description(`${description}${older}`).summary(summary)
  made.configureHelp({ ...made.configureHelp(), formatHelp: briefHelp(options) })
  made.addHelpText('after', () => `${topicsText(options)}${examplesText(examples)}`)
  for (const [key, { count, about }] of Object.entries(args)) made.argument(argumentTerm(key, count), about)
  for (const [key, option] of Object.entries(options)) made.addOption(commanderOption(key, option))
  made.action(async () => {
    const words = made.processedArgs as readonly (string | readonly string[] | undefined)[] // no argument has a parser
    const named = Object.entries(args).map(([key, { read }], at) => [key, read(words[at], key)] as const)
    const values = { ...Object.fromEntries(named), ...valuesOf(options, made.opts()) }
    done(await command.run({ ...io, warnings: warningOutput(command.warnings, values) }, values))
  })
}

/** Adds the command with which the scripts of shells complete the last of some words. */
function addCompleteWords(root: Commander, io: Io, done: Done): void {
  root
    .command(COMPLETE_WORDS, { hidden: true })
    .description('print the completions of the last word, for the scripts of "complete"')
    .argument('[words...]', 'after "--", the words of the command line behind "seccompile"')
    .action(async (words: readonly string[]) => {
      const { completions, completionsText } = await import('./complete/complete.ts')
      io.out(completionsText(await completions(COMMANDS, words)))
      done(0)
    })
}

/** The number of commands that only "help all" lists. */
const RARE = COMMAND_GROUPS.filter(({ isRare }) => isRare).flatMap(({ commands }) => commands).length

/** Adds to `root` the lists of the first screen, or of "help all": names and lines of commands, which are not loaded. */
function addLists(root: Commander, isWhole: boolean): void {
  for (const { title, commands } of COMMAND_GROUPS.filter(({ isRare = false }) => isWhole || !isRare)) {
    root.commandsGroup(`${title}:`)
    for (const { name, summary } of commands) root.command(name).summary(summary)
  }
}

/**
 * The command line; each command hands its exit status to `done`.
 *
 * @param typed - the first word. If it is a command, that command is loaded, and the others are left out
 * @param isWhole - whether the help lists the rare commands too
 */
export async function commandLine(
  io: Io,
  done: Done,
  typed?: string,
  isWhole: boolean = false,
): Promise<Commander> {
  const root = bare(io).description(DESCRIPTION).usage('COMMAND [options]')
  addVersion(root, io)
  if (typed === COMPLETE_WORDS) addCompleteWords(root, io, done)
  const command = await findCommand(COMMANDS, typed)?.load()
  if (command !== undefined) addCommand(root, command, io, done)
  else if (typed !== COMPLETE_WORDS) addLists(root, isWhole)
  if (io.outIsLost === true)
    root.hook('preAction', (_, made) => checkUseful(command?.usefulWithoutOutput, made.opts()))
  root.helpCommand(HELP_COMMAND.term, HELP_COMMAND.about)
  return root.addHelpText(
    'after',
    `\n${isWhole ? '' : `"seccompile help all" lists ${RARE} more commands.\n`}"seccompile COMMAND --help" shows the options of a command, with examples.`,
  )
}
