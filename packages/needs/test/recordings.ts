/* Recordings of calls that a test writes down. */
import { dataWords, seccompData } from '@seccompile/abi'
import type { NamedRecording } from '@seccompile/needs'
import { readRecording, recordingCounts, recordingLines } from '@seccompile/recording'
import type { RecordingHead } from '@seccompile/recording'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'

/** A call with its arguments, on x86_64 where no ABI is named. */
export interface TriedCall {
  readonly call: string
  readonly args?: readonly bigint[]
  readonly abi?: AbiToken
}

/** The call as a filter sees it. */
export function dataOf({ call, args = [], abi = 'x86_64' }: TriedCall): ReturnType<typeof seccompData> {
  const table = signedAbiTable(abi)
  const nr = table.numbers.get(call)
  if (nr === undefined) throw new Error(`${abi} has no ${call}`)
  return seccompData({ nr, arch: table.auditArch, args: [...args, 0n, 0n, 0n, 0n, 0n, 0n].slice(0, 6) })
}

/** The recording of `calls`, written and read again. A scenario is named, unless it begins with a slash, for a file. */
export function recorded(
  scenario: string,
  calls: readonly (TriedCall | string)[],
  head: Partial<RecordingHead> = {},
): NamedRecording {
  const counts = recordingCounts()
  for (const each of calls) counts.add(dataWords(dataOf(typeof each === 'string' ? { call: each } : each)))
  const whole: RecordingHead = {
    source: 'watch',
    machine: 'x86_64',
    abis: ['x86_64', 'x86', 'x32'],
    unseen: [],
    ...(scenario.startsWith('/') ? {} : { scenario }),
    ...head,
  }
  return { file: `${scenario}.ndjson`, ...readRecording([...recordingLines(whole, counts)].join('')) }
}
