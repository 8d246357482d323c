import { filterBytes } from '@seccompile/kernel'
import { CliError } from '../io/cli-error.ts'
import type { Io } from '../io/io.ts'
import { checkMachine, loadFilters } from '../load/filters.ts'
import { outputOption, SIDE } from '../options/files.ts'
import { KEEP_FD } from '../options/keep-fds.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { endStatus } from '../run/signals.ts'
import { sayWatched, watchedRun } from '../start/watched-run.ts'
import { sayNote, sayWarnings } from '../show/say.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES, PROGRAMS } from '../syntax/completion.ts'
import { flag, negated } from '../syntax/option.ts'
import { reportPlace } from '../write/run-report.ts'

/** A command, and the filter that it is tried with. */
interface TriedRun extends TargetOptions {
  readonly filter: string
  readonly command: readonly string[]
  readonly keepFd?: readonly number[] | undefined
  readonly follow: boolean
  readonly wait: boolean
  /** The file of the report; `-` for standard output. */
  readonly output?: string | undefined
  readonly json: boolean
}

/** The status where the filter would refuse a call. */
const WOULD_REFUSE = 1

/**
 * `seccompile run --try`, and the older word `try`: which calls of a command a filter would refuse. Nothing is refused.
 * @returns 1 where there is such a call; otherwise the status of the command
 */
export async function tryUnder(io: Io, options: TriedRun): Promise<number> {
  const { filter, command: words, json, follow, wait, keepFd: keepFds = [] } = options
  if (words.length === 0) throw new CliError('there is no command to run; write it after "--"')
  const place = reportPlace(io, options, [filter])
  const loaded = await loadFilters(filter, options)
  sayWarnings(io, ...loaded.programs.map(({ warnings }) => warnings))
  const filters = filterBytes(loaded.programs.map(({ program }) => program))
  checkMachine(filter, loaded.programs, filters)
  if (!json) sayNote(place.io, 'nothing is refused: the filter only says what it would refuse')
  const end = await watchedRun(io, loaded, { use: 'try', words, follow, wait, json, keepFds })
  sayWatched(place.io, words, json, end)
  await place.close()
  return end.isRefused ? WOULD_REFUSE : endStatus(end.report)
}

/** `seccompile try`. */
export const command: Command = defineCommand({
  description:
    'run a command without refusing any call, and say which calls the filter would refuse; exit 1 where there is one, else the status of the command, which may be 1 too: "wouldRefuse" of --json tells the two apart',
  usefulWithoutOutput: 'effect',
  warnings: 'summary',
  args: {
    filter: SIDE,
    command: someArguments('the command and its words, after "--"', PROGRAMS, FILES),
  },
  options: {
    ...TARGET,
    keepFd: KEEP_FD,
    output: outputOption('the report', 'standard error'),
    follow: flag('name each call also when it is made'),
    wait: negated('end when the command ends, and leave the processes that it started'),
    json: flag('the report for machines'),
    ...WARNINGS,
  },
  examples: [
    { does: 'would these tests run under the policy?', line: 'seccompile try policy.json -- npm test' },
  ],
  run: tryUnder,
})
