import { constantNamed } from '@seccompile/constants/all'
import { readTrace } from '@seccompile/traces'
import type { TraceOptions } from '@seccompile/traces'
import type { RecordedValue, WholeRecording } from '@seccompile/recording'

const hex = (value: RecordedValue): string =>
  typeof value === 'bigint' ? `0x${value.toString(16)}` : (value ?? '')

/** A trace as a recording, with the constants. */
export const traced = (text: string, options: TraceOptions = {}): WholeRecording =>
  readTrace(text, { constantNamed, ...options })

/** The rows of a trace, one text each: `x86_64 socket 0x2,0x1 3`. */
export function rowTexts(text: string, options: TraceOptions = {}): readonly string[] {
  return traced(text, options).rows.map(({ abi, nr, call, args, count }) =>
    [abi, call ?? nr ?? 'unknown', ...(args === undefined ? [] : [args.map(hex).join()]), count].join(' '),
  )
}

/** The values of argument `index` in the only call of a trace; `more` where they are not known. */
export function valuesOf(text: string, options: TraceOptions = {}): readonly unknown[] {
  const values: unknown[] = []
  for (const { args = [] } of traced(text, options).rows) {
    const known = args.flatMap((value, index) => (value === null ? [] : [[index, hex(value)] as const]))
    const [only] = known
    if (known.length === 1 && only !== undefined) values[only[0]] = only[1]
  }
  return Array.from(values)
}
