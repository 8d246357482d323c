import { expectObject, read } from '@seccompile/shape'
import { jsonText } from '@seccompile/text-layout'
import type { RecordingCounts } from './counts.ts'
import { headReader } from './read-line.ts'
import { MAX_LINE, RECORDING_FORMAT, RECORDING_VERSION } from './recording.ts'
import type { RecordedValue, RecordingHead, RecordingRow } from './recording.ts'

const valueText = (value: RecordedValue): string | null =>
  typeof value === 'bigint' ? `0x${value.toString(16)}` : value

/** `value` on one line, in ASCII where a character could steer a terminal or a runner of CI. */
const line = (value: object): string => jsonText(value, 0)

/** The head line. Its keys are in the order of the documentation; an absent one is left out. */
function headLine(head: RecordingHead): string {
  const { source, machine, kernel, libc, abis, scenario, outerFilters, unseen, began } = head
  return line({
    format: RECORDING_FORMAT,
    version: RECORDING_VERSION,
    source,
    machine,
    kernel,
    libc,
    abis,
    scenario,
    outerFilters,
    unseen,
    began,
  })
}

function rowLine({ abi, nr, call, program, args, count, first, last }: RecordingRow): string {
  return line({ abi, nr, call, program, args: args?.map(valueText), count, first, last })
}

/**
 * The lines of a recording, each with its line feed: the head, the rows in their order, and the end. The bytes depend on
 * the head and on the calls that were counted, and not on the order of the calls.
 * @throws TypeError or RangeError for a wrong head
 */
export function* recordingLines(head: RecordingHead, counts: RecordingCounts): Generator<string> {
  expectObject(counts, 'counts', 'eachRow', 'calls')
  const first = headLine(read(headReader, head, 'head'))
  const length = first.length - 1 // without the line feed
  if (length > MAX_LINE)
    throw new RangeError(`head: expected a line of up to ${MAX_LINE} characters; got ${length}`)
  yield first
  let rows = 0
  for (const row of counts.eachRow()) {
    rows += 1
    yield rowLine(row)
  }
  yield line({ end: true, rows, calls: counts.calls })
}
