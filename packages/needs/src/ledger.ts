/* Which recordings a call comes from: scenario, C library, ABI and kernel. */
import type { AbiToken } from '@seccompile/syscalls'
import { checkRecordings, scenarioOf } from './recorded.ts'
import type { NamedRecording } from './recorded.ts'
import { callsIn, grouped } from './seen-calls.ts'

/** The calls of one scenario with one C library, on one ABI and kernel. */
export interface LedgerRow {
  readonly scenario: string
  readonly libc: string
  readonly abi: AbiToken
  readonly kernel: string
  /** The number of different calls, and of all calls. */
  readonly different: number
  readonly calls: number
  /** The calls of the ABI that no other row has, sorted. */
  readonly alone: readonly string[]
}

const UNKNOWN = 'not known'

/**
 * The ledger of `recordings`, sorted by scenario, C library, ABI and kernel.
 * @throws PolicyError where no policy can be made of them
 */
export function ledger(recordings: readonly NamedRecording[]): readonly LedgerRow[] {
  checkRecordings(recordings)
  const rows = recordings.flatMap((recording) => {
    const { libc = UNKNOWN, kernel = UNKNOWN } = recording.head
    return recording.rows.map((row) => ({
      row,
      of: { scenario: scenarioOf(recording), libc, abi: row.abi, kernel },
    }))
  })
  const keyOf = ({ scenario, libc, abi, kernel }: (typeof rows)[number]['of']): string =>
    JSON.stringify([scenario, libc, abi, kernel])
  const groups = [...grouped(rows, ({ of }) => keyOf(of))].sort(([a], [b]) => (a < b ? -1 : 1))
  const named = groups.map(([, each]) => ({
    of: each[0]!.of, // a group has a row
    names: [...new Set(each.flatMap(({ row }) => row.call ?? []))].sort(),
    calls: callsIn(each.map(({ row }) => row)),
  }))
  return named.map(({ of, names, calls }) => ({
    ...of,
    different: names.length,
    calls,
    alone: names.filter(
      (name) =>
        !named.some((other) => other.of !== of && other.of.abi === of.abi && other.names.includes(name)),
    ),
  }))
}
