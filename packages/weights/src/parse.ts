/*
 * Reads counts of calls from a file of any known format.
 *
 * A person writes JSON. Tools print tables and events, and the traced program may print other lines between them.
 * Each line shows by itself whether it belongs to a table or is an event, so no option has to name the format.
 */
import { PolicyError } from '@seccompile/policy'
import type { Source, Warning } from '@seccompile/policy'
import { isRecording } from '@seccompile/recording'
import { expectText, optional, read as readShape, record, text as textReader } from '@seccompile/shape'
import { abiTable, isSyscallName, tableReader as abiReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { traceLines } from '@seccompile/traces'
import type { ArgumentCounts } from './argument-counts.ts'
import { parseNumbers } from './json.ts'
import { fromRecording } from './recorded.ts'
import { countError } from './shares.ts'
import type { CallCounts } from './shares.ts'
import { tally, unknownCall } from './tally.ts'

/** The most UTF-16 units of a text: some six hundred thousand events. */
export const MAX_WEIGHTS_LENGTH: number = 64 * 1024 * 1024

/** The tools whose output is counted. */
const TOOLS = ['strace -c', 'perf trace -s', 'tracefs', 'perf script'] as const

/** The format of the counts; `tracefs` stands for its `trace` files and for `trace-cmd report`. */
export type WeightsFormat = 'json' | 'recording' | (typeof TOOLS)[number]

/** Counts of calls, with their format. */
export interface Weights {
  readonly format: WeightsFormat
  /** Calls, or shares of them, by name: known names, numbers from 0 to `MAX_COUNT`, at least one above 0. */
  readonly counts: CallCounts
  /** How often the calls are made with which arguments; only a recording says it. */
  readonly argumentCounts?: ArgumentCounts
  /** A warning for each call that was left out, because no ABI knows it. */
  readonly warnings: readonly Warning[]
}

/** How to read counts. */
export interface ParseWeightsOptions {
  /** The name of the file in messages; `weights` if left out. */
  readonly file?: string
  /** The ABI of the numbers in a trace of `raw_syscalls`; x86_64 if left out. */
  readonly abi?: AbiTable | undefined
}

const optionsReader = record<ParseWeightsOptions>({ file: optional(textReader), abi: optional(abiReader) })

const EXPECTED =
  'expected a recording, a JSON object from call name to number, or what strace -c, perf trace -s, tracefs or perf script prints'

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

/** The lines of `text`. */
function* linesOf(text: string): Generator<string> {
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    yield text.slice(start, end)
    start = end + 1
  }
}

/** The counts in tables and events of `text`; `undefined` where it holds neither a table nor an event. */
function fromTools(text: string, file: string, abi: AbiTable): Weights | undefined {
  const sum = tally()
  let format: WeightsFormat | undefined
  const lines = traceLines({
    file,
    abi: abi.token,
    formats: TOOLS,
    take: ({ name, count, line }) => sum.add(name, count, { file, line, column: 1 }),
  })
  for (const line of linesOf(text)) {
    const found = lines.line(line)
    format ??= TOOLS.find((tool) => tool === found)
  }
  if (format === undefined) return undefined
  return { format, counts: Object.fromEntries(sum.counts), warnings: sum.warnings() }
}

/** The counts in the recording `text`. */
function recorded(text: string, file: string): Weights {
  const sum = tally()
  const argumentCounts = fromRecording(text, file, sum)
  const counts = Object.fromEntries(sum.counts)
  return { format: 'recording', counts, argumentCounts, warnings: sum.warnings() }
}

/** The counts in `text`, with their format; `undefined` for an unknown format. */
function read(text: string, file: string, abi: AbiTable): Weights | undefined {
  // A recording first: the name of a program in it may be like an event.
  if (isRecording(text)) return recorded(text, file)
  // Tables and events before JSON: lines of a program around a table may begin like JSON, but no JSON of counts
  // contains a table.
  const printed = fromTools(text, file, abi)
  if (printed !== undefined) return printed
  return /^\s*[{["]/.test(text) ? { format: 'json', counts: fromJson(text, file), warnings: [] } : undefined
}

/**
 * The counts of calls in a text: a recording, JSON, tables or a trace. The counts of several tables add up.
 *
 * A call that no ABI knows is refused in JSON. In the output of a tool it is left out with a warning.
 *
 * @throws TypeError where an option is wrong or unknown; PolicyError with file, line and column where the text
 * has none of these formats, is malformed or too long, or counts no call
 */
export function parseWeights(withMark: string, options: ParseWeightsOptions = {}): Weights {
  expectText(withMark, 'text')
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
