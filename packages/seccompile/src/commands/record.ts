/*
 * `seccompile record`: every call of a command, counted.
 *
 * On a terminal a line shows the progress, and is rewritten. In a pipe nothing is said before the end.
 */
import { existsSync } from 'node:fs'
import { printableLine, table } from '@seccompile/text-layout'
import { record, recordByStrace } from '@seccompile/watch'
import type { RecordByStraceOptions, RecordProgress, WatchReport } from '@seccompile/watch'
import { CliError } from '../io/cli-error.ts'
import type { Io } from '../io/io.ts'
import { metLimit } from '../io/met-limit.ts'
import { outputOption } from '../options/files.ts'
import { KEEP_FD } from '../options/keep-fds.ts'
import { endStatus, withRelay } from '../run/signals.ts'
import { rawWords } from '../run/words.ts'
import { sayInterrupted } from '../show/say-interrupted.ts'
import { sayWaiting } from '../show/say-waiting.ts'
import { sayNote } from '../show/say.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES, FREE, PROGRAMS } from '../syntax/completion.ts'
import { choice, negated, valued } from '../syntax/option.ts'
import { fileAfterCommand, writeAfterCommand } from '../write/after-command.ts'

/** A command to be recorded. */
interface RecordedRun {
  readonly command: readonly string[]
  readonly output?: string | undefined
  readonly scenario?: string | undefined
  readonly by?: 'watch' | 'strace' | undefined
  readonly keepFd?: readonly number[] | undefined
  /** Whether the recording goes on until the last process of the command has ended. */
  readonly wait: boolean
}

type ByStrace = Awaited<ReturnType<typeof recordByStrace>>

/** A command that was recorded; strace does not say all that the watcher does. */
interface RecordedCommand extends ByStrace {
  readonly report: ByStrace['report'] & Partial<Pick<WatchReport, 'isLast' | 'interrupted'>>
}

const CLEAR_LINE = '\r\u001B[K'

/** A time of this day, to the second. */
const timeOfDay = (ms: number): string => new Date(ms).toTimeString().slice(0, 8)

/** The calls of `recorded`, the most frequent first. */
function callTable({ rows }: RecordedCommand): string {
  const counts = new Map<string, number>()
  for (const { abi, nr, call, args, count } of rows) {
    if (args !== undefined) continue
    const name = `${abi} ${call ?? (nr === undefined ? 'other numbers' : `call ${nr}`)}`
    counts.set(name, (counts.get(name) ?? 0) + count)
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return table(
    ['count', 'call'],
    sorted.map(([name, count]) => [count, name]),
  )
}

/** Why no listener can be had, or the launcher that brings it cannot start. */
const NO_LISTENER: readonly unknown[] = ['E_NO_LIBC', 'E_NO_SECCOMP', 'E_NO_LAUNCHER', 'E_REFUSED']

/** Records by the watcher, or by strace. @throws CliError that offers strace, where there is no listener */
async function recordBy(
  by: 'watch' | 'strace',
  command: Parameters<typeof recordByStrace>[0],
  options: RecordByStraceOptions,
): Promise<RecordedCommand> {
  if (by === 'strace') return await recordByStrace(command, options)
  try {
    return await record(command, options)
  } catch (error) {
    const { name, code, message } = error as { readonly code?: string } & Error
    const mayTrace = existsSync('/proc/self/fd') && metLimit(error) === undefined // strace needs both too
    if (name !== 'KernelError' || !NO_LISTENER.includes(code) || !mayTrace) throw error
    throw new CliError(`${message}; "record --by strace" needs none of it, only strace`, { cause: error })
  }
}

/**
 * `seccompile record`: counts every call of a command.
 * @returns the status of the command, or 128 + the signal that ended it
 */
async function recordCalls(io: Io, options: RecordedRun): Promise<number> {
  const { command: words, scenario, by = 'watch', keepFd: keepFds = [], wait } = options
  if (words.length === 0) throw new CliError('there is no command to run; write it after "--"')
  const output = fileAfterCommand(options, [])
  const [first = '', ...rest] = rawWords(words)
  const onProgress = io.errIsTerminal
    ? ({ calls, different, newest }: RecordProgress) =>
        io.err(`${CLEAR_LINE}${calls} calls, ${different} different, the newest at ${timeOfDay(newest)}`)
    : undefined
  const onWait = (): void => {
    if (onProgress !== undefined) io.err(CLEAR_LINE)
    sayWaiting(io, words)
  }
  const recorded = await withRelay((relay) =>
    recordBy(by, [first, ...rest], {
      ...relay,
      keepFds,
      wait,
      onWait,
      ...(scenario === undefined ? {} : { scenario }),
      ...(onProgress === undefined ? {} : { onProgress }),
    }),
  )
  if (onProgress !== undefined) io.err(CLEAR_LINE)
  const { report, head, rows, lines } = recorded
  for (const text of head.unseen) sayNote(io, `not seen: ${text}`)
  sayInterrupted(io, report)
  if (report.isLast === false)
    sayNote(
      io,
      'processes that the command started still run; each call there gets ENOSYS from now on, so end them',
    )
  if (options.output === '-') for (const line of lines()) io.out(line)
  else if (output === undefined) io.err(callTable(recorded))
  else {
    const text = [...lines()].join('')
    await writeAfterCommand(io, output, { what: 'recording', text, shown: callTable(recorded) })
    const calls = rows.reduce((sum, { args, count }) => sum + (args === undefined ? count : 0), 0)
    sayNote(io, `${printableLine(output)}: ${calls} calls`)
  }
  return endStatus(report)
}

/** `seccompile record`. */
export const command: Command = defineCommand({
  description:
    'count every call of a command, of its threads and of the processes that it starts; with -o as a recording, otherwise as a table on standard error',
  usefulWithoutOutput: 'effect',
  args: { command: someArguments('the command and its words, after "--"', PROGRAMS, FILES) },
  options: {
    output: outputOption('the recording', 'a table on standard error'),
    scenario: valued({
      placeholder: 'name',
      brief: 'what the command is made to do, for the head of the recording',
      parse: (text) => text,
      complete: FREE,
    }),
    by: choice({
      placeholder: 'tool',
      brief: 'what sees the calls',
      choices: ['watch', { word: 'strace', means: 'slower; needs strace, and no FFI' }],
      otherwise: 'watch',
    }),
    wait: negated('end when the command ends, and leave the processes that it started'),
    keepFd: KEEP_FD,
  },
  examples: [
    { does: 'the calls of a command, the most frequent first', line: 'seccompile record -- ls' },
    {
      does: 'as a recording, by which a filter is made fast',
      line: 'seccompile record -o calls.ndjson -- node server.js && seccompile compile policy.json --weights calls.ndjson -o filter.bpf',
    },
  ],
  run: recordCalls,
})
