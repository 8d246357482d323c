import { dataWords, seccompData } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { recordingCounts, recordingLines } from '@seccompile/recording'
import type { RecordingCounts, RecordingHead, SeenCalls } from '@seccompile/recording'
import { abiTable, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'

/** A head with every field. */
export const HEAD: RecordingHead = {
  source: 'watch',
  machine: 'x86_64',
  kernel: '6.18.0',
  libc: 'glibc 2.41',
  abis: ['x86_64', 'x86', 'x32'],
  scenario: 'start',
  outerFilters: 1,
  unseen: ['what 1 outer filter refuses'],
  began: 1_790_000_000_000,
}

/** The words of a call. */
export function wordsOf(
  abi: AbiToken,
  nr: number,
  args: readonly bigint[] = [],
): ArrayLike<number> & Record<Word, number> {
  return dataWords(seccompData({ nr, arch: abiTable(abi).auditArch, args })) as Uint32Array &
    Record<Word, number>
}

/** The words of a call by name. */
export const callWords = (abi: AbiToken, call: string, ...args: readonly bigint[]): ArrayLike<number> =>
  wordsOf(abi, numberOf(abiTable(abi), call)!, args)

/** Counts of some calls of x86_64. */
export function counted(
  ...calls: readonly (readonly [call: string, args: readonly bigint[], seen?: SeenCalls])[]
): RecordingCounts {
  const counts = recordingCounts()
  for (const [call, args, seen] of calls) counts.add(callWords('x86_64', call, ...args), seen)
  return counts
}

/** The text of a recording. */
export const textOf = (counts: RecordingCounts, head: RecordingHead = HEAD): string =>
  [...recordingLines(head, counts)].join('')
