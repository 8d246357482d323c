/*
 * The command line: from the typed words to a command, and to an exit status.
 *
 * Every error ends here. Name and code of an error tell whether the input or seccompile is at fault. Its class does not
 * tell, because the class may come from another copy of the package.
 */
import { Command } from 'commander'
import type { CommanderError } from 'commander'
import { catalogueCommands } from './catalogue-commands.ts'
import { EXIT } from './exit-code.ts'
import type { ExitCode } from './exit-code.ts'
import { filterCommands } from './filter-commands.ts'
import type { Io } from './io.ts'
import { kernelCommands } from './kernel-commands.ts'
import { isInputError } from './input-error.ts'
import { checkUseful } from './lost-output.ts'
import { questionCommands } from './question-commands.ts'
import { reviewCommands } from './review-commands.ts'
import { RUN_EXIT, startsCommand } from './run/interface.ts'
import { sayError } from './show/say.ts'
import { version } from './version.ts'

export type { Io } from './io.ts'
export type { ExitCode } from './exit-code.ts'

/** The commands; each hands its exit status to `done`. */
function commands(io: Io, done: (status: number) => void): Command {
  const root = new Command('seccompile')
    .description('Turns a seccomp policy into the smallest, fastest filter that means the same.')
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: (text) => sayError(io, text.replace(/^error: /, '').trimEnd()),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
  filterCommands(root, io, done)
  catalogueCommands(root, io, done)
  questionCommands(root, io, done)
  reviewCommands(root, io, done)
  kernelCommands(root, io, done)
  if (io.outIsLost === true) root.hook('preAction', (_, command) => checkUseful(command))
  return root
}

/**
 * The status of `run`, or of `launch --exec`, for an error that gives another command `status`: the command under the filter may end with that.
 */
function runStatus(error: unknown, status: ExitCode): number {
  const { code } = error as { readonly code?: string }
  if (status === EXIT.ok) return status
  if (code === 'E_NO_COMMAND') return RUN_EXIT.notFound
  return code === 'E_NOT_EXECUTABLE' ? RUN_EXIT.notExecutable : RUN_EXIT.failed
}

function statusOf(error: unknown, io: Io): ExitCode {
  const { name, code = '', message, stack, exitCode } = error as Partial<CommanderError> & Error
  // Commander ends help and version by an error with status 0 too. It has printed its own messages already.
  if (code.startsWith('commander.')) return exitCode === 0 ? EXIT.ok : EXIT.badInput
  if (isInputError(error)) {
    sayError(io, message)
    return EXIT.badInput
  }
  const what = name === 'PassError' ? `pass ${message}` : (stack ?? message)
  sayError(
    io,
    `${what}\nThis is a fault of seccompile, not of your input: please report it${name === 'PassError' ? ', with what --repro keeps' : ''}.`,
  )
  return EXIT.failure
}

/** Runs the command line `args` (without node and script) and yields its exit status; never throws. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let status: number = EXIT.ok
  const root = commands(io, (code) => {
    status = code
  })
  try {
    if (args.length === 0) {
      root.outputHelp({ error: true })
      return EXIT.badInput
    }
    await root.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    const failed = statusOf(error, io)
    return startsCommand(args) ? runStatus(error, failed) : failed
  }
}
