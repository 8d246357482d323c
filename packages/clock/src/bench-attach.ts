import { KernelError, readOptions } from '@seccompile/kernel/native'
import { optionsReader } from './bench-options.ts'
import type { BenchOptions } from './bench-options.ts'
import { checkCount, checkFilters, checkMachine } from './checks.ts'
import { measureNatively } from './measure-natively.ts'
import { medianOf, quantilesOf } from './quantiles.ts'
import type { Quantiles } from './quantiles.ts'
import { noiseOf, turns } from './rounds.ts'
import type { BenchNoise } from './rounds.ts'
import type { BenchFilter } from './subject.ts'

/** The cost of attaching a filter, in nanoseconds. */
export interface AttachRow {
  readonly filter: string
  /** Instructions of all programs of the filter. */
  readonly insns: number
  readonly ns: Quantiles
  /** The ratio to the first filter: the median over rounds. */
  readonly toFirst: number
}

/** The result of {@link benchAttach}. */
export interface AttachResult {
  readonly cpu: number
  readonly rows: readonly AttachRow[]
  /** The noise: the difference between two measurements of the longest filter, which takes part twice. */
  readonly noise: BenchNoise
}

function insnsOf({ programs }: BenchFilter): number {
  return programs.reduce((sum, { length }) => sum + length, 0)
}

/**
 * Times the attachment of each of `filters`, in a fresh process each time; `rounds` is 200 by default.
 * @throws KernelError as `bench` does
 */
export async function benchAttach(
  filters: readonly BenchFilter[],
  options: Pick<BenchOptions, 'rounds' | 'cpu' | 'onProgress' | 'signal'> = {},
): Promise<AttachResult> {
  const { rounds = 200, cpu, onProgress, signal } = readOptions(optionsReader, options)
  checkMachine('time an attach')
  checkFilters(filters)
  checkCount('rounds', rounds, 10_000)
  const [first] = filters
  if (first === undefined || filters.some(({ programs }) => programs.length === 0))
    throw new KernelError('E_ARGUMENT', 'there is no filter whose attach could be timed')
  const longest = filters.reduce((one, other) => (insnsOf(other) > insnsOf(one) ? other : one), first)
  const all = [...filters, longest]
  const runs = turns(all.length, rounds)
  let done = 0
  const result = await measureNatively(
    {
      filters: all.map(({ programs }) => programs),
      workloads: [],
      runs,
      batches: 0,
      batchCalls: 1,
      warmUpCalls: 0,
      ...(cpu === undefined ? {} : { cpu }),
    },
    { filter: (index) => all[index]!.name, workload: () => 'its attach' },
    {
      onRun: () => onProgress?.(++done, runs.length),
      ...(signal === undefined ? {} : { signal }),
    },
  )
  const timesOf = (index: number): readonly number[] =>
    result.runs.filter((run) => run.filter === index).map(({ attachNs }) => attachNs)
  const against = (index: number, other: number): number => {
    const base = timesOf(other)
    return medianOf(timesOf(index).map((ns, round) => ns / base[round]!)) // every filter has one turn in each round
  }
  return {
    cpu: result.cpu,
    rows: filters.map((filter, index) => ({
      filter: filter.name,
      insns: insnsOf(filter),
      ns: quantilesOf(timesOf(index)),
      toFirst: against(index, 0),
    })),
    noise: noiseOf('attach', [against(filters.length, filters.indexOf(longest))]),
  }
}
