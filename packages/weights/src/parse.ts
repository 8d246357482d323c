/*
 * A file that says how often calls are made, whoever wrote it.
 *
 * A person writes JSON. Tools print tables and events among other things, so that a line is taken for what it is,
 * whichever comes first: no option has to name the format.
 */
import { optional, read as readShape, record, text as textReader } from '@seccompile/abi/shape'
import { PolicyError } from '@seccompile/policy'
import type { Source, Warning } from '@seccompile/policy'
import { abiTable, isSyscallName, tableReader as abiReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { parseNumbers } from './json.ts'
import { countError } from './shares.ts'
import type { CallCounts } from './shares.ts'
import { tableReader } from './table.ts'
import type { TableFormat } from './table.ts'
import { tally, unknownCall } from './tally.ts'
import { readEvent } from './trace.ts'
import type { TraceFormat } from './trace.ts'

/** Most UTF-16 units of a text that is read: some six hundred thousand events. */
export const MAX_WEIGHTS_LENGTH: number = 64 * 1024 * 1024

/** What wrote the counts; `tracefs` stands for its `trace` files and for `trace-cmd report`. */
export type WeightsFormat = 'json' | TableFormat | TraceFormat

/** How often calls are made. */
export interface Weights {
  readonly format: WeightsFormat
  /** Calls, or shares of them, by name: known names, numbers from 0 to `MAX_COUNT`, at least one above 0. */
  readonly counts: CallCounts
  /** What was left out: calls that no ABI knows. */
  readonly warnings: readonly Warning[]
}

/** How to read counts. */
export interface ParseWeightsOptions {
  /** What messages call the file; `weights` unless told. */
  readonly file?: string
  /** The ABI whose numbers a trace of `raw_syscalls` has; x86_64 unless told. */
  readonly abi?: AbiTable | undefined
}

const optionsReader = record<ParseWeightsOptions>({ file: optional(textReader), abi: optional(abiReader) })

const EXPECTED =
  'expected a JSON object from call name to number, or what strace -c, perf trace -s, tracefs or perf script prints'

function fromJson(text: string, file: string): CallCounts {
  return Object.fromEntries(
    parseNumbers(text, file).map(({ name, number, place, numberPlace }) => {
      if (!isSyscallName(name)) throw unknownCall(name, place)
      const count = Number(number)
      const error = countError(name, count, number, numberPlace)
      if (error !== undefined) throw error
      return [name, count]
    }),
  )
}

/** The lines of `text`, with the number of each from 1. */
function* linesOf(text: string): Generator<readonly [line: string, number: number]> {
  let number = 1
  for (let start = 0; start <= text.length; number += 1) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    yield [text.slice(start, text[end - 1] === '\r' ? end - 1 : end), number]
    start = end + 1
  }
}

/** What tools have printed in `text`; `undefined` where it holds neither a table nor an event. */
function fromTools(text: string, file: string, abi: AbiTable): Weights | undefined {
  const sum = tally()
  const table = tableReader(sum)
  let format: WeightsFormat | undefined
  for (const [line, number] of linesOf(text)) {
    const place = { file, line: number, column: 1 }
    const found = table.line(line, place) ?? readEvent(line, place, abi, sum)
    format ??= found
  }
  if (format === undefined) return undefined
  return { format, counts: Object.fromEntries(sum.counts), warnings: sum.warnings() }
}

/** The counts in `text` and what wrote them; `undefined` where it is nothing that we know. */
function read(text: string, file: string, abi: AbiTable): Weights | undefined {
  // Before JSON: what a program logs around a table may begin like JSON, while no JSON of counts holds a table.
  const printed = fromTools(text, file, abi)
  if (printed !== undefined) return printed
  return /^\s*[{["]/.test(text) ? { format: 'json', counts: fromJson(text, file), warnings: [] } : undefined
}

/**
 * How often calls are made, by the JSON, table or trace that `text` is. Of several tables the counts add up.
 *
 * A call that no ABI knows is refused in JSON, and left out with a warning where a tool printed it.
 *
 * @throws TypeError where an option is wrong or unknown; PolicyError with file, line and column where the text is none of these, or too long, or no call is counted
 */
export function parseWeights(withMark: string, options: ParseWeightsOptions = {}): Weights {
  const { file = 'weights', abi = abiTable('x86_64') } = readShape(optionsReader, options, 'options')
  const text = withMark.startsWith('\ufeff') ? withMark.slice(1) : withMark
  const start: Source = { file, line: 1, column: 1 }
  if (text.length > MAX_WEIGHTS_LENGTH)
    throw new PolicyError(
      'E_LIMIT',
      `has ${text.length} characters; at most ${MAX_WEIGHTS_LENGTH} are read; count with strace -c or perf trace -s, whose output is short`,
      start,
    )
  if (text.trim() === '') throw new PolicyError('E_EMPTY', `is empty; ${EXPECTED}`, start)

  const weights = read(text, file, abi)
  if (weights === undefined) throw new PolicyError('E_SYNTAX', `holds no counts of calls; ${EXPECTED}`, start)
  if (!Object.values(weights.counts).some((count) => count > 0)) {
    const [first] = weights.warnings
    const why = first === undefined ? '' : ` that an ABI knows (${first.message})`
    throw new PolicyError('E_EMPTY', `counts no call${why}; at least one has to be above 0`, start)
  }
  return weights
}
