/* What a trace does not tell, for the head of the recording. */
import { quote } from '@seccompile/shape'
import type { SeenInTrace } from './trace-counts.ts'
import type { LostLines } from './trace-lines.ts'
import type { TraceFormat } from './traced-calls.ts'

/** What a format never tells. */
const NOT_TOLD: Readonly<Record<TraceFormat, readonly string[]>> = {
  strace: [],
  'strace -c': ['arguments: strace -c does not show them', 'exit_group and other calls that do not return', 'programs'],
  'perf trace -s': ['arguments: perf trace -s does not show them', 'the ABI of a call', 'programs'],
  tracefs: ['the ABI of a call'],
  'perf script': ['the ABI of a call'],
  audit: ['arguments: records of the kernel have none', 'calls of which the kernel keeps no record'],
} // prettier-ignore

/** What lines say that they, or others, lack. */
const LOST: readonly (readonly [keyof LostLines, string])[] = [
  ['untold', 'the ABI of calls, which strace -n prints'],
  ['mixed', 'arguments of calls within which the program printed, which strace -o avoids'],
  ['unreadable', 'records of the kernel that are cut, or that another program has rewritten'],
  ['foreign', 'records of an unknown architecture'],
  ['lost', 'records that the kernel left out, as its log says'],
  ['events', 'events that were lost, as the trace says'],
]

const linesText = (count: number): string => (count === 1 ? '1 line' : `${count} lines`)

/** What the recording lacks, a text each. */
export function unseenOf(seen: SeenInTrace, lost: LostLines): readonly string[] {
  const { formats, nameless, hasUnknownValues, hasUnknownProgram } = seen
  return [
    ...new Set([
      ...[...formats].flatMap((format) => NOT_TOLD[format]),
      ...(hasUnknownValues ? ['some values of arguments; they are counted as more'] : []),
      ...(hasUnknownProgram ? ['programs of some calls'] : []),
      ...LOST.flatMap(([kind, text]) => (lost[kind] === 0 ? [] : [`${text}: ${linesText(lost[kind])}`])),
      ...(nameless.size === 0
        ? []
        : [`the numbers of calls that no table has: ${[...nameless].map((name) => quote(name)).join(', ')}`]),
    ]),
  ]
}
