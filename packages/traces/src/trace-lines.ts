/*
 * Reads the lines of a trace, whatever tool printed them.
 *
 * Each line shows by itself whether it belongs to a table, is an event, a line of strace, or a record of the kernel. So no option has
 * to name the format, and the traced program may print lines between. Only a line that has the form of strace and of an event is of the
 * tool whose line came before.
 */
import {
  callback,
  listOf,
  oneOf,
  optional,
  read as readShape,
  record,
  text as textReader,
} from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { abis } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { readAuditLine } from './audit.ts'
import type { AuditLine } from './audit.ts'
import { readEvent } from './event.ts'
import { straceReader } from './strace.ts'
import type { ConstantNamed } from './strace-arguments.ts'
import { tableReader } from './table.ts'
import { TRACE_FORMATS } from './traced-calls.ts'
import type { TakeCalls, TraceFormat } from './traced-calls.ts'

/**
 * The number of lines by what their record of the kernel lacks, and of those in which perf or tracefs says that it lost events; of calls
 * of strace whose ABI nothing tells (`untold`), and of those within which the program has printed (`mixed`).
 */
export type LostLines = Readonly<
  Record<Exclude<AuditLine, 'record' | undefined> | 'events' | 'untold' | 'mixed', number>
>

/** Reads lines one after another. */
export interface TraceLines {
  /**
   * Takes the next line, without its line feed; `isCut` says that its end is lost. Yields the format of the line; `undefined` where
   * it has none.
   * @throws PolicyError with file, line and column for a malformed row of a table
   */
  readonly line: (text: string, isCut?: boolean) => TraceFormat | undefined
  readonly lost: LostLines
}

/** How to read lines. */
export interface TraceLinesTask {
  readonly file: string
  readonly abi: AbiToken
  /** The formats to be read; all if left out. */
  readonly formats?: readonly TraceFormat[] | undefined
  readonly constantNamed?: ConstantNamed | undefined
  readonly take: TakeCalls
}

const LOST_EVENTS = /\bLOST \d+ (?:EVENTS|events)\b/

/** Reads the ABI of a machine. */
export const tokenReader: Reader<AbiToken> = oneOf(abis.map(({ token }) => token))

const taskReader = record<TraceLinesTask>({
  file: textReader,
  abi: tokenReader,
  formats: optional(listOf(oneOf(TRACE_FORMATS))),
  constantNamed: optional(callback()),
  take: callback(),
})

/** A reader of lines. @throws TypeError for a wrong task */
export function traceLines(given: TraceLinesTask): TraceLines {
  const { file, abi, formats = TRACE_FORMATS, constantNamed, take } = readShape(taskReader, given, 'task')
  const wanted = new Set(formats)
  const table = tableReader({ file, abi, take })
  const strace = straceReader({ abi, constantNamed, take })
  const lost = { unreadable: 0, foreign: 0, lost: 0, events: 0 }
  let number = 0

  function readEventLine(text: string, isCut: boolean): TraceFormat | undefined {
    if (!wanted.has('tracefs') && !wanted.has('perf script')) return undefined
    const event = readEvent(text, number, abi)
    if (event === undefined) return undefined
    take(isCut ? { ...event, args: undefined } : event)
    return event.format
  }
  const readStraceLine = (text: string, isCut: boolean): TraceFormat | undefined =>
    wanted.has('strace') && strace.line(text, number, isCut) ? 'strace' : undefined

  /** The format of the newest line of strace or of an event. */
  let newest: TraceFormat = 'strace'

  function read(text: string, isCut: boolean): TraceFormat | undefined {
    const tabled = table.line(text, number, isCut)
    if (tabled !== undefined) return tabled
    // A traced program chooses the texts and the names that lines show. They may look like a line of another tool.
    const readers = newest === 'strace' ? [readStraceLine, readEventLine] : [readEventLine, readStraceLine]
    for (const reader of readers) {
      const format = reader(text, isCut)
      if (format === undefined) continue
      newest = format
      return format
    }
    if (wanted.has('audit')) {
      const record = readAuditLine(text, number, take)
      if (record !== undefined && record !== 'record') lost[record] += 1
      if (record !== undefined) return 'audit'
    }
    if (text.length < 200 && LOST_EVENTS.test(text)) lost.events += 1
    return undefined
  }
  return {
    get lost() {
      return { ...lost, untold: strace.untold, mixed: strace.mixed }
    },
    line: (text, isCut = false) => {
      number += 1
      return read(text.endsWith('\r') ? text.slice(0, -1) : text, isCut)
    },
  }
}
