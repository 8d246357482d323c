/* The lists of arguments of a recording: those of all programs together, and the most frequent ones. */
import { dataWords, seccompData } from '@seccompile/abi'
import { recordingCounts, recordingLines } from '@seccompile/recording'
import type { RecordingCounts } from '@seccompile/recording'
import { abiTable, numberOf } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { MAX_ARGUMENT_COUNTS, parseWeights } from '@seccompile/weights'
import type { ArgumentCount } from '@seccompile/weights'

const x86_64 = abiTable('x86_64')

/** The counts of sockets that `program` makes. */
function sockets(program: string, ...lists: readonly (readonly bigint[])[]): RecordingCounts {
  const counts = recordingCounts()
  for (const args of lists) {
    const data = seccompData({ nr: numberOf(x86_64, 'socket')!, arch: x86_64.auditArch, args })
    counts.add(dataWords(data), { program })
  }
  return counts
}

function listsOf(all: readonly RecordingCounts[]): readonly ArgumentCount[] {
  const sum = recordingCounts()
  for (const counts of all) for (const row of counts.rows()) sum.addRow(row)
  const head = { source: 'watch', machine: 'x86_64', abis: ['x86_64'], unseen: [] } as const
  return parseWeights([...recordingLines(head, sum)].join('')).argumentCounts?.['socket'] ?? []
}

it('calls of two programs with the same arguments are one list', () => {
  const [list, ...others] = listsOf([sockets('a', [2n, 1n, 6n]), sockets('b', [2n, 1n, 6n])])
  expect([list?.count, others]).toEqual([2, []])
})

it('of too many lists the most frequent are weighed', () => {
  const many = Array.from({ length: 5 }, (_, program) =>
    sockets(`p${program}`, ...Array.from({ length: 1000 }, (_, i) => [BigInt(program), BigInt(i), 0n])),
  )
  const often = [4n, 999n, 0n]
  const lists = listsOf([...many, sockets('often', often, often)])
  expect(lists).toHaveLength(MAX_ARGUMENT_COUNTS)
  expect(lists[0]).toMatchObject({ args: [4n, 999n, 0n, 0n, 0n, 0n], count: 3 })
})
