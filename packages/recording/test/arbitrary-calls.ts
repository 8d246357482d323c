import { abiTable, nameOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import fc from 'fast-check'
import { recordingCounts } from '@seccompile/recording'
import type { RecordingCounts } from '@seccompile/recording'
import { wordsOf } from './samples.ts'

/** A call that was seen. */
export interface TestCall {
  readonly abi: AbiToken
  readonly nr: number
  readonly args: readonly bigint[]
  readonly program: string | undefined
  readonly time: number | undefined
}

const value = fc.oneof(fc.bigInt({ min: 0n, max: 90n }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))

/** A call: often one of few, with many values, programs and unknown numbers, so that the bounds are passed. */
export const call: fc.Arbitrary<TestCall> = fc.record({
  abi: fc.constantFrom<AbiToken[]>('x86_64', 'x86', 'arm'),
  nr: fc.oneof(
    fc.constantFrom(0, 3, 41, 257),
    fc.integer({ min: 0, max: 500 }),
    fc.integer({ min: 5000, max: 5090 }),
  ),
  args: fc.array(value, { maxLength: 6 }),
  program: fc.option(
    fc.oneof(
      fc.integer({ min: 0, max: 80 }).map((i) => `p${i}`),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { nil: undefined },
  ),
  time: fc.option(fc.nat(), { nil: undefined }),
})

/** The counts of `calls`. */
export function counting(calls: readonly TestCall[]): RecordingCounts {
  const counts = recordingCounts()
  for (const { abi, nr, args, program, time } of calls) counts.add(wordsOf(abi, nr, args), { program, time })
  return counts
}

/** How often each ABI and number is in `calls`; with each program, the numbers past the smallest 64 are one. */
export function wholeCalls(calls: readonly TestCall[]): ReadonlyMap<string, number> {
  const programs = [
    ...new Set(calls.map(({ program }) => program).filter((name) => name !== undefined)),
  ].sort()
  const kept = new Set(programs.slice(0, 64))
  const isUnknown = ({ abi, nr }: TestCall): boolean => nameOf(abiTable(abi), nr) === undefined
  const groupOf = ({ abi, program }: TestCall): string =>
    `${abi} ${program !== undefined && kept.has(program) ? `p${program}` : 'rest'}`
  const last = new Map<string, number>()
  for (const one of calls) {
    const group = groupOf(one)
    const numbers = [
      ...new Set(calls.filter((other) => isUnknown(other) && groupOf(other) === group).map(({ nr }) => nr)),
    ]
    last.set(group, numbers.sort((a, b) => a - b)[63] ?? Infinity)
  }
  const sums = new Map<string, number>()
  for (const one of calls) {
    const isOther = isUnknown(one) && one.nr > last.get(groupOf(one))!
    const key = `${one.abi} ${isOther ? 'other' : one.nr}`
    sums.set(key, (sums.get(key) ?? 0) + 1)
  }
  return sums
}
