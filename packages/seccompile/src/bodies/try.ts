import { filterBytes } from '@seccompile/kernel'
import { CliError } from '../io/cli-error.ts'
import type { Io } from '../io/io.ts'
import { checkMachine, loadFilters } from '../load/filters.ts'
import type { TargetOptions } from '../options/target.ts'
import { endStatus } from '../run/signals.ts'
import { sayNote, sayWarnings } from '../show/say.ts'
import { reportPlace } from '../write/run-report.ts'
import { flagOf } from '../syntax/option.ts'
import type { FilteredRun } from './run.ts'
import { sayWatched, watchedRun } from './watched-run.ts'

/** A command, and the filter that it is tried with. */
export interface TriedRun extends TargetOptions {
  readonly filter: string
  readonly command: readonly string[]
  readonly keepFd?: readonly number[] | undefined
  readonly follow: boolean
  readonly wait: boolean
  /** The file of the report; `-` for standard output. */
  readonly output?: string | undefined
  readonly json: boolean
}

/** Options of `run` that say how the filter is attached, which no filter is here. */
const IDLE = ['log', 'specAllow', 'launcher', 'report'] as const

/** `seccompile run --try`: {@link tryUnder}, with the options of `run`. @throws CliError for an option without effect */
export async function tryByRun(io: Io, options: FilteredRun): Promise<number> {
  const idle = IDLE.find((key) => options[key] !== undefined && options[key] !== false)
  if (idle !== undefined)
    throw new CliError(`${flagOf(idle)} has no effect with --try, which attaches no filter; leave it out`)
  return tryUnder(io, options)
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
