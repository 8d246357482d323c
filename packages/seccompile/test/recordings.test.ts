/* `recordings sum`: the sum of parts is the recording of the whole, and nothing is written for a file that is no recording. */
import { existsSync, linkSync, symlinkSync } from 'node:fs'
import { seccompData, dataWords } from '@seccompile/abi'
import { recordingCounts, recordingLines } from '@seccompile/recording'
import type { RecordingCounts } from '@seccompile/recording'
import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const HEAD = { source: 'watch', machine: 'x86_64', abis: ['x86_64'], unseen: [] } as const
const ARCH = 0xc000_003e

const textOf = (counts: RecordingCounts): string => [...recordingLines(HEAD, counts)].join('')

/** Adds call `i` of a program: more programs, numbers, values and lists than a recording keeps. */
function add(counts: RecordingCounts, i: number): void {
  const nr = [41, 16, 5000 + ((i * 7) % 90)][i % 3]!
  const args = [BigInt((i * 37) % 71), BigInt((i * 53) % 97), BigInt((i * 11) % 83), 0n, 0n, 0n] as const
  const time = i % 5 === 0 ? undefined : 1000 + ((i * 31) % 977)
  const program = i % 7 === 0 ? undefined : `p${i % 2 === 0 ? 0 : i % 90}`
  counts.add(dataWords(seccompData({ nr, arch: ARCH, args })), { program, time, count: 1 + (i % 3) })
}

function recordingOf(calls: readonly number[]): string {
  const counts = recordingCounts()
  for (const i of calls) add(counts, i)
  return textOf(counts)
}

it('yields the recording of all calls at once, whatever the order of the files, and for sums of sums', async () => {
  const calls = Array.from({ length: 1500 }, (_, i) => i)
  const parts = [0, 1, 2, 3].map((part) =>
    file(`part${part}.ndjson`, recordingOf(calls.filter((i) => (i * i) % 5 === part || i % 4 === part))),
  )
  const all = recordingOf(
    [0, 1, 2, 3].flatMap((part) => calls.filter((i) => (i * i) % 5 === part || i % 4 === part)),
  )
  const sum = async (...files: readonly string[]): Promise<string> =>
    (await runCli(['recordings', 'sum', ...files])).out
  expect(await sum(...parts)).toBe(all)
  expect(await sum(...parts.toReversed())).toBe(all)
  const [a, b] = [
    file('a.ndjson', await sum(parts[0]!, parts[3]!)),
    file('b.ndjson', await sum(parts[2]!, parts[1]!)),
  ]
  expect(await sum(b, a)).toBe(all)
})

const ONE = recordingOf([1])
const LINE = '{"abi":"x86_64","nr":39,"call":"getpid","count":1}'
const [FIRST = ''] = ONE.split('\n')

it.each([
  ['of two', ONE + ONE, /expected nothing after the end line/],
  ['with a long line', `${FIRST}\n${LINE.replace('getpid', 'x'.repeat(70_000))}\n`, /the line is longer than 65536 characters/],
  ['that is empty', '', /is empty/],
] as const)('refuses a recording %s, and writes nothing', async (_, text, message) => {
  const { status, out, err } = await runCli(['recordings', 'sum', file('one', ONE), file('given', text), '-o', at('none')])
  expect([status, out, existsSync(at('none'))]).toEqual([2, '', false])
  expect(err).toMatch(message)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
}) // prettier-ignore

it('refuses a file that is named twice, by whatever link', async () => {
  const path = file('first', ONE)
  linkSync(path, at('hard'))
  symlinkSync(path, at('soft'))
  for (const other of ['first', 'hard', 'soft']) {
    const { status, err } = await runCli(['recordings', 'sum', path, at(other)])
    expect([status, err.includes('and its calls would count twice')], other).toEqual([2, true])
  }
})
