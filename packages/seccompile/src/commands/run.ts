/*
 * `seccompile run`: a command under a filter.
 *
 * The process becomes the command, so that status and signals are the command's own. With --report, or with a launcher
 * other than koffi, the process stays as the parent of the command.
 */
import { writeSync } from 'node:fs'
import { constants } from 'node:os'
import type { Program } from '@seccompile/abi'
import { chooseLauncher, filterBytes, LAUNCHERS, run } from '@seccompile/kernel'
import type { CommandWord, LauncherName, RunOptions, RunReport } from '@seccompile/kernel'
import { execUnder, flagBits } from '@seccompile/kernel/exec'
import type { ExecFailed } from '@seccompile/kernel/exec'
import { didYouMean } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'
import type { Io } from '../io.ts'
import { checkMachine, loadFilters } from '../load/filters.ts'
import { keepFdsOf } from '../options/keep-fds.ts'
import type { TargetOptions } from '../options/target.ts'
import { RUN_EXIT } from '../run/interface.ts'
import { execCommand, rawWords } from '../run/words.ts'
import { relaySignals } from '../run/signals.ts'
import { printableLine } from '../show/printable.ts'
import { reportJson, reportLines } from '../show/run-report.ts'
import { sayError, sayNote, sayWarnings } from '../show/say.ts'

/** The options of `run`, as typed. */
export interface RunCommandOptions extends TargetOptions {
  readonly log?: boolean
  readonly specAllow?: boolean
  readonly launcher?: string
  readonly keepFd?: readonly string[]
  readonly report?: boolean
  readonly json?: boolean
}

function parseLauncher(text: string | undefined): LauncherName | undefined {
  if (text === undefined) return undefined
  const known = LAUNCHERS.find((name) => name === text)
  if (known !== undefined) return known
  const hint = didYouMean(text, LAUNCHERS, `; known: ${LAUNCHERS.join(', ')}`)
  throw new CliError(`--launcher: unknown launcher "${text}"${hint}`)
}

function sayAnyway(text: string): void {
  try {
    writeSync(2, `error: ${printableLine(text)}\n`)
  } catch {
    // Standard error is closed, or the filter refuses write.
  }
}

/** Ends the process after an `execve` that failed under the filter, with a message if the filter allows `write`. */
function endAfterExec({ errno, message, mayWrite, exit }: ExecFailed): never {
  if (mayWrite) sayAnyway(message)
  return exit(errno === 'ENOENT' ? RUN_EXIT.notFound : RUN_EXIT.notExecutable)
}

/** Runs the command as a child, and forwards the signals that this process gets. */
async function runAsParent(
  filters: readonly Program[],
  command: readonly [CommandWord, ...CommandWord[]],
  options: Pick<RunOptions, 'log' | 'specAllow' | 'launcher' | 'keepFds'>,
): Promise<RunReport> {
  const relay = relaySignals()
  try {
    return await run(filters, command, { ...options, onStart: relay.started })
  } finally {
    relay.stop()
  }
}

/**
 * `seccompile run`: a command under a filter.
 * @returns the status of the command, 128 + the signal that ended it, or one of `RUN_EXIT`. Where the process becomes
 * the command, the function does not return.
 */
export async function runCommand(
  io: Io,
  argument: string,
  words: readonly string[],
  options: RunCommandOptions,
): Promise<number> {
  const [name] = words
  if (name === undefined) throw new CliError('there is no command to run; write it after "--"')
  const { report = false, json = false } = options
  if (json && !report) throw new CliError('--json goes with --report')
  const wanted = parseLauncher(options.launcher)
  const keepFds = keepFdsOf(options.keepFd)
  const loaded = await loadFilters(argument, options)
  for (const { warnings } of loaded.programs) sayWarnings(io, warnings)
  const { log = loaded.flags.log ?? false, specAllow = loaded.flags.specAllow ?? false } = options
  const flags = { log, specAllow }
  const programs = loaded.programs.map(({ program }) => program)
  const filters = filterBytes(programs)
  checkMachine(argument, loaded.programs, filters)
  const launcher = chooseLauncher({ filters, flags: flagBits(flags), noNewPrivs: true }, wanted)
  if (launcher === 'koffi' && !report) {
    const found = execCommand(words)
    if (found.kind !== 'found') {
      sayError(io, found.message)
      return found.kind === 'missing' ? RUN_EXIT.notFound : RUN_EXIT.notExecutable
    }
    const failed = execUnder(filters, found, {
      flags: flagBits(flags),
      keepFds,
      ...(io.stdio === undefined ? {} : { stdio: io.stdio }),
    })
    return endAfterExec(failed)
  }
  const [first = name, ...others] = rawWords(words)
  const result = await runAsParent(programs, [first, ...others], { ...flags, launcher, keepFds })
  if (json) io.err(`${reportJson(words, result)}\n`)
  else if (report) for (const line of reportLines(name, result)) sayNote(io, line)
  const { status, signal } = result
  return status ?? 128 + (signal === undefined ? 0 : constants.signals[signal as NodeJS.Signals])
}
