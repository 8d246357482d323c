/*
 * `seccompile run`: a command under a filter.
 *
 * The process becomes the command, so that status and signals are the command's own. With --report, or with a launcher
 * of another project, the process stays as the parent of the command.
 */
import { writeSync } from 'node:fs'
import { chooseLauncher, filterBytes, run, runReportFacts, runReportLines } from '@seccompile/kernel'
import type { LauncherName } from '@seccompile/kernel'
import { execUnder, flagBits, hasBridge } from '@seccompile/kernel/exec'
import type { ExecFailure } from '@seccompile/kernel/exec'
import { LAUNCHERS, isBridge } from '@seccompile/kernel/launch-words'
import { openBridge } from '@seccompile/kernel/notify'
import { jsonText, printableLine } from '@seccompile/text-layout'
import { CliError } from '../io/cli-error.ts'
import type { Io } from '../io/io.ts'
import { checkMachine, loadFilters } from '../load/filters.ts'
import { outputOption, SIDE } from '../options/files.ts'
import { KEEP_FD } from '../options/keep-fds.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { RUN_EXIT } from '../run/interface.ts'
import { endStatus, withRelay } from '../run/signals.ts'
import { refusesByError, sayWatched, watchedRun } from '../start/watched-run.ts'
import { execCommand, rawWords } from '../run/words.ts'
import { sayError, sayNote, sayWarnings } from '../show/say.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES, PROGRAMS } from '../syntax/completion.ts'
import { choice, flag, negated, flagOf } from '../syntax/option.ts'
import { reportPlace } from '../write/run-report.ts'

/** A command, and the filter that it runs under. */
interface FilteredRun extends TargetOptions {
  readonly filter: string
  readonly command: readonly string[]
  /** Whether every verdict but ALLOW is logged. If `false`, the profile decides. */
  readonly log: boolean
  /** Whether speculative store bypass stays as it is. If `false`, the profile decides. */
  readonly specAllow: boolean
  readonly launcher?: LauncherName | undefined
  readonly keepFd?: readonly number[] | undefined
  readonly report: boolean
  /** The file of the report; `-` for standard output. */
  readonly output?: string | undefined
  readonly json: boolean
  /** Whether the report names each refused call when it is made. */
  readonly follow: boolean
  /** Whether the report waits for the last process of the command. */
  readonly wait: boolean
}

function sayAnyway(text: string): void {
  try {
    writeSync(2, `error: ${printableLine(text)}\n`)
  } catch {
    // Standard error is closed, or the filter refuses write.
  }
}

/** Ends the process after an `execve` that failed under the filter, with a message if the filter allows `write`. */
function endAfterExec({ errno, message, mayWrite, exit }: ExecFailure): never {
  if (mayWrite) sayAnyway(message)
  return exit(errno === 'ENOENT' ? RUN_EXIT.notFound : RUN_EXIT.notExecutable)
}

/** Why a report does not name the calls that fail with an error, and what to do; `undefined` where it does. */
function whyUnseen(launcher: LauncherName | undefined): string | undefined {
  if (launcher !== undefined && !isBridge(launcher))
    return `${launcher} cannot watch a command; leave --launcher out`
  try {
    openBridge()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * `seccompile run`: a command under a filter.
 * @returns the status of the command, 128 + the signal that ended it, or one of `RUN_EXIT`. Where the process becomes
 * the command, the function does not return.
 */
async function runUnder(io: Io, options: FilteredRun): Promise<number> {
  const { filter, command: words, launcher, report, json, follow, wait, keepFd: keepFds = [] } = options
  const [name] = words
  if (name === undefined) throw new CliError('there is no command to run; write it after "--"')
  if (json && !report) throw new CliError('--json needs --report')
  if (options.output !== undefined && !report) throw new CliError('-o needs --report')
  const place = reportPlace(io, options, [filter])
  const loaded = await loadFilters(filter, options)
  sayWarnings(io, ...loaded.programs.map(({ warnings }) => warnings))
  const flags = {
    log: options.log || loaded.flags.log === true,
    specAllow: options.specAllow || loaded.flags.specAllow === true,
  }
  const programs = loaded.programs.map(({ program }) => program)
  const filters = filterBytes(programs)
  checkMachine(filter, loaded.programs, filters)
  const needs = { filters, flags: flagBits(flags), noNewPrivs: true }
  // `run` checks a launcher of another project. Each check starts that launcher to ask for its options.
  const mayExec = !report && (launcher === undefined || isBridge(launcher))
  const chosen = mayExec ? chooseLauncher(needs, launcher) : undefined
  if (chosen !== undefined && isBridge(chosen) && hasBridge(chosen)) {
    const found = execCommand(words)
    if (found.kind !== 'found') {
      sayError(io, found.message)
      return found.kind === 'missing' ? RUN_EXIT.notFound : RUN_EXIT.notExecutable
    }
    const failed = execUnder(filters, found, {
      flags: flagBits(flags),
      keepFds,
      bridge: chosen,
      ...(io.stdio === undefined ? {} : { stdio: io.stdio }),
    })
    return endAfterExec(failed)
  }
  if (report && !flags.log && programs.some(refusesByError)) {
    const why = whyUnseen(launcher)
    if (why === undefined) {
      const how = { use: 'denials', words, follow, wait, json, keepFds, specAllow: flags.specAllow } as const
      const end = await watchedRun(io, loaded, how)
      sayWatched(place.io, words, json, end)
      await place.close()
      return endStatus(end.report)
    }
    if (!json) sayNote(place.io, `calls that fail with an error are not seen: ${why}`)
  }
  const [first = name, ...others] = rawWords(words)
  const result = await withRelay(({ onStart, onEnd }) =>
    run(programs, [first, ...others], {
      ...flags,
      ...(launcher === undefined ? {} : { launcher }),
      keepFds,
      onStart,
      onEnd,
    }),
  )
  if (json) place.io.err(jsonText(runReportFacts(words, result), 0))
  else if (report) for (const line of runReportLines(name, result)) sayNote(place.io, line)
  await place.close()
  return endStatus(result)
}

/** Options of `run` that say how the filter is attached, which no filter is here. */
const IDLE = ['log', 'specAllow', 'launcher', 'report'] as const

/** `seccompile run --try`: {@link tryUnder}, with the options of `run`. @throws CliError for an option without effect */
async function tryByRun(io: Io, options: FilteredRun): Promise<number> {
  const idle = IDLE.find((key) => options[key] !== undefined && options[key] !== false)
  if (idle !== undefined)
    throw new CliError(`${flagOf(idle)} has no effect with --try, which attaches no filter; leave it out`)
  const { tryUnder } = await import('./try.ts')
  return tryUnder(io, options)
}

/** `seccompile run`. */
export const command: Command = defineCommand({
  description: 'run a command under a filter; this process becomes the command',
  usefulWithoutOutput: 'effect',
  warnings: 'lines',
  args: {
    filter: SIDE,
    command: someArguments('the command and its words, after "--"', PROGRAMS, FILES),
  },
  options: {
    ...TARGET,
    log: flag('log every verdict but ALLOW (SECCOMP_FILTER_FLAG_LOG)'),
    specAllow: flag('leave speculative store bypass as it is (SECCOMP_FILTER_FLAG_SPEC_ALLOW)'),
    launcher: choice({
      placeholder: 'name',
      brief: 'what attaches the filter',
      choices: LAUNCHERS,
      otherwise: 'the first that works',
    }),
    keepFd: KEEP_FD,
    report: flag('stay, and report on standard error how the command ended and which calls were refused'),
    try: flag(
      'refuse nothing, and report which calls the filter would refuse; exit 1 where there is one, else the status of the command, which may be 1 too: "wouldRefuse" of --json tells the two apart',
    ),
    output: outputOption('the report of --report or --try', 'standard error'),
    follow: flag('name each call of the report also when it is made'),
    wait: negated('report when the command ends, and leave the processes that it started'),
    json: flag('the report for machines'),
    ...WARNINGS,
  },
  examples: [
    { does: 'a command without network', line: 'seccompile run preset:no-network -- npm test' },
    {
      does: 'and say which calls were refused',
      line: 'seccompile run filter.bpf --report -- node server.js',
    },
    { does: 'would these tests run under the policy?', line: 'seccompile run policy.json --try -- npm test' },
  ],
  run: async (io, { try: isTrial, ...options }) => (isTrial ? tryByRun(io, options) : runUnder(io, options)),
})
