/* The calls in recordings, by ABI and name. */
import type { RecordingRow } from '@seccompile/recording'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { scenarioOf } from './recorded.ts'
import type { NamedRecording } from './recorded.ts'

/** A call that was seen on an ABI. */
export interface SeenCall {
  readonly abi: AbiToken
  readonly call: string
  readonly count: number
  /** The scenarios that made the call, sorted. */
  readonly scenarios: readonly string[]
  /** The rows of the call, those of each recording apart: each recording counts by argument, or does not. */
  readonly rows: readonly (readonly RecordingRow[])[]
}

/** Calls that no table names, so that no policy can allow them by name. */
export interface UnnamedCalls {
  readonly abi: AbiToken
  /** Absent for the numbers that a recording does not tell apart. */
  readonly nr?: number
  readonly count: number
}

/** All calls of recordings. */
export interface Seen {
  /** Sorted by ABI in the order of the recordings, and by name. */
  readonly calls: readonly SeenCall[]
  readonly unnamed: readonly UnnamedCalls[]
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The rows of `rows` by a key. */
export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [row])
    else known.push(row)
  }
  return groups
}

/** The number of calls that `rows` count, whatever their arguments. */
export const callsIn = (rows: readonly RecordingRow[]): number =>
  rows.reduce((sum, { args, count }) => sum + (args === undefined ? count : 0), 0)

/** The calls of `recordings`, and those without a name. */
export function seenCalls(recordings: readonly NamedRecording[], abis: readonly AbiToken[]): Seen {
  const rows = recordings.flatMap((recording) =>
    recording.rows.map((row) => ({ row, recording, scenario: scenarioOf(recording) })),
  )
  const isNamed = ({ abi, call }: RecordingRow): boolean =>
    call !== undefined && abiTable(abi).numbers.has(call)
  const named = rows.filter(({ row }) => isNamed(row))
  const calls = [...grouped(named, ({ row }) => `${row.abi} ${row.call!}`).values()].map((of): SeenCall => {
    const { abi, call } = of[0]!.row // a group has a row
    return {
      abi,
      call: call!, // `named` has only rows with a name
      count: callsIn(of.map(({ row }) => row)),
      scenarios: [...new Set(of.map(({ scenario }) => scenario))].sort(byText),
      rows: recordings
        .map((recording) => of.filter((each) => each.recording === recording).map(({ row }) => row))
        .filter((each) => each.length > 0),
    }
  })
  const unnamed = grouped(
    rows.flatMap(({ row }) => (isNamed(row) ? [] : [row])),
    ({ abi, nr }) => `${abi} ${nr ?? ''}`,
  )
  return {
    calls: calls.sort((a, b) => abis.indexOf(a.abi) - abis.indexOf(b.abi) || byText(a.call, b.call)),
    unnamed: [...unnamed.values()].map((of) => {
      const { abi, nr } = of[0]!
      return { abi, ...(nr === undefined ? {} : { nr }), count: callsIn(of) }
    }),
  }
}
