import { machine, release } from 'node:os'
import type { CommandWord } from '@seccompile/kernel'
import { NEVER_RECORDED } from '@seccompile/pass-notify'
import { recordingCounts, recordingLines } from '@seccompile/recording'
import type { RecordingHead, RecordingRow } from '@seccompile/recording'
import { readOptions } from '@seccompile/kernel/native'
import { recordReader } from './options.ts'
import type { RecordOptions } from './options.ts'
import { ALLOW, ownAbis, runWatched } from './start-watching.ts'
import type { WatchReport } from './start-watching.ts'

/** How a recorded command ended, and its recording. */
export interface Recorded<Report = WatchReport> {
  readonly report: Report
  readonly head: RecordingHead
  readonly rows: readonly RecordingRow[]
  /** The lines of the recording. */
  readonly lines: () => Iterable<string>
}

/** The most programs that the head names, and the most UTF-16 units of the path of one. A command chooses both, and a head is short. */
const MAX_NAMED = 10
const MAX_PATH = 512

const shortPath = (path: string): string => (path.length <= MAX_PATH ? path : `${path.slice(0, MAX_PATH)}…`)

/** What programs without the rights of their files did not do. */
function withoutTheirRights(all: WatchReport['withoutRights']): readonly string[] {
  const others = all.length - MAX_NAMED
  return [
    ...all
      .slice(0, MAX_NAMED)
      .map(
        ({ path, rights }) => `what ${shortPath(path)} does with its rights (${rights}): it ran without them`,
      ),
    ...(others <= 0
      ? []
      : [
          others === 1
            ? 'what 1 other program does with the rights of its file: it ran without them'
            : `what ${others} other programs do with the rights of their files: they ran without them`,
        ]),
  ]
}

/** The calls of processes that go on when the watching has ended, as the head of a recording names them. */
const AFTER_THE_END = 'calls after the watching was ended'

/** What the watcher could not see. */
function unseen({ limits: { outerFilters }, isLast, withoutRights }: WatchReport): readonly string[] {
  return [
    ...(outerFilters === 0
      ? []
      : [
          `calls that ${outerFilters === 1 ? '1 outer filter refuses' : `${outerFilters} outer filters refuse`}`,
        ]),
    NEVER_RECORDED.join(', '),
    ...(isLast ? [] : [AFTER_THE_END]),
    ...withoutTheirRights(withoutRights),
  ]
}

/** The C library, where the runtime knows its version; that of the command is most likely the same. */
export function libcName(): { readonly libc?: string } {
  const header: unknown = process.report?.getReport()
  const version = (header as { readonly header?: { readonly glibcVersionRuntime?: string } } | undefined)
    ?.header?.glibcVersionRuntime
  return version === undefined ? {} : { libc: `glibc ${version}` }
}

/** The lines of the recording with this head and these rows. */
export function linesOf(head: RecordingHead, rows: readonly RecordingRow[]): Iterable<string> {
  const counts = recordingCounts()
  for (const row of rows) counts.addRow(row)
  return recordingLines(head, counts)
}

/**
 * Counts every call of a command, of its threads and of the processes that it starts. Nothing is refused.
 * @throws KernelError as `run` does, `E_ARGUMENT` for a wrong option, and `E_NO_LIBC` where this runtime cannot call the C library
 */
export async function record(
  command: readonly [CommandWord, ...CommandWord[]],
  given: RecordOptions = {},
): Promise<Recorded> {
  const { scenario, onProgress, ...options } = readOptions(recordReader, given)
  const began = Date.now()
  const rows: RecordingRow[] = []
  const report = await runWatched({ use: 'record', filter: ALLOW, command, options }, (news) => {
    if (news.kind === 'counted') {
      const { calls, different, newest } = news
      onProgress?.({ calls, different, newest })
    }
    if (news.kind === 'recorded') rows.push(...news.rows)
  })
  const { outerFilters } = report.limits
  const head: RecordingHead = {
    source: 'watch',
    machine: machine(),
    kernel: release(),
    ...libcName(),
    abis: ownAbis(),
    ...(scenario === undefined ? {} : { scenario }),
    outerFilters,
    unseen: unseen(report),
    began,
  }
  return { report, head, rows, lines: () => linesOf(head, rows) }
}
