/*
 * The command line: from the typed words to a command, and to an exit status.
 *
 * Every error ends here. Name and code of an error tell whether the input or seccompile is at fault. The class does
 * not tell, because it may come from another copy of the package.
 */
import type { CommanderError } from 'commander'
import { COMMANDS } from './command-groups.ts'
import { commandLine, COMPLETE_WORDS } from './command-line.ts'
import { EXIT } from './io/exit-code.ts'
import type { ExitCode } from './io/exit-code.ts'
import type { Io } from './io/io.ts'
import { checkUseful } from './io/lost-output.ts'
import { isInputError } from './io/input-error.ts'
import { metLimit } from './io/met-limit.ts'
import { RUN_EXIT, startsCommand } from './run/interface.ts'
import { sayError } from './show/say.ts'
import { findCommand } from './syntax/table.ts'

export type { Io } from './io/io.ts'
export type { ExitCode } from './io/exit-code.ts'

/**
 * The exit status of `run`, or of `launch --exec`, for an error with which another command would return `status`. The
 * command under the filter may end with `status` itself, so these two have statuses of their own.
 */
function runStatus(error: unknown, status: ExitCode): number {
  const { code } = error as { readonly code?: string }
  if (status === EXIT.ok) return status
  if (code === 'E_NO_COMMAND') return RUN_EXIT.notFound
  return code === 'E_NOT_EXECUTABLE' ? RUN_EXIT.notExecutable : RUN_EXIT.failed
}

/** Whether the command `typed` has the option `--repro`, which writes the input of a failing pass. */
async function hasRepro(typed: string | undefined): Promise<boolean> {
  const command = await findCommand(COMMANDS, typed)?.load()
  return command !== undefined && 'repro' in command.options
}

/** Prints `error`, which ended the command `typed`, and yields its exit status. */
async function statusOf(error: unknown, io: Io, typed: string | undefined): Promise<ExitCode> {
  const { name, code = '', message, stack, exitCode } = error as Partial<CommanderError> & Error
  // Commander ends help and version with an error too, whose status is 0. It has already printed its own messages.
  if (code.startsWith('commander.')) return exitCode === 0 && io.outIsLost !== true ? EXIT.ok : EXIT.badInput
  const limit = metLimit(error)
  if (isInputError(error) || limit !== undefined) {
    sayError(io, message, ...(limit === undefined ? [] : [limit]))
    return isInputError(error) ? EXIT.badInput : EXIT.failure
  }
  const isOfPass = name === 'PassError'
  const what = isOfPass ? `pass ${message}` : (stack ?? message)
  const attachment = isOfPass && (await hasRepro(typed)) ? ', with the file that --repro writes' : ''
  const [first = '', ...others] = what.split('\n')
  sayError(
    io,
    first,
    ...others,
    `This is a fault of seccompile, not of your input: please report it${attachment}.`,
  )
  return EXIT.failure
}

/** Runs the command that `args` name, and yields its exit status. @throws every error of the command, and of commander */
async function run(args: readonly string[], io: Io): Promise<number> {
  let status: number = EXIT.ok
  const done = (code: number): void => {
    status = code
  }
  const [word, second] = args
  const typed = word === 'help' || word === '--' ? second : word
  const isName = typed !== undefined && !typed.startsWith('-') && typed !== 'help'
  if (isName && typed !== COMPLETE_WORDS && findCommand(COMMANDS, typed) === undefined) {
    if (word !== 'help')
      return (await import('./help/unknown-command.ts')).unknownCommand(io, typed, COMMANDS)
    if (io.outIsLost === true) checkUseful(undefined, {})
    if (typed !== 'all') return (await import('./help/help.ts')).helpOn(io, typed, COMMANDS)
  }
  const root = await commandLine(io, done, typed, typed === 'all')
  if (typed === 'all') {
    root.outputHelp()
    return status
  }
  if (args.length === 0) {
    root.outputHelp({ error: true })
    return EXIT.badInput
  }
  await root.parseAsync(args, { from: 'user' })
  return status
}

/** Runs the command line `args` (without node and script) and yields its exit status; never throws. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    return await run(args, io)
  } catch (error) {
    const failed = await statusOf(error, io, args[0])
    return startsCommand(args) ? runStatus(error, failed) : failed
  }
}
