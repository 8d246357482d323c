/*
 * The experiment that started this project, on the kernel's clock: getppid under an allow list of 306 calls. In a list,
 * the place of getppid decides its cost; in a tree the cost is small. The allow bitmap of Linux 5.11 hides the difference.
 *
 * The experiment has three parts. First, getppid is made and timed, with the bitmap and without. Second, every call of
 * the list is timed without making it. Third, the attach is timed.
 */
import { bench, benchAttach, getppidCall, isTimeable, NO_FILTER, RET_ALLOW } from '@seccompile/clock'
import type { BenchCall, BenchFilter, BenchNoise, BenchRow, NativeCall, Quantiles } from '@seccompile/clock'
import type { StopSignal } from '@seccompile/kernel'
import { seedFilters, sizedFilters } from './filters.ts'
import type { SeedFilter, SeedMaker, SizedFilter } from './filters.ts'
import { unconditionalNumbers } from './getppid.ts'

/** Options of the experiment. */
export interface SeedOptions {
  /** How often each filter is measured; 200 if left out. */
  readonly rounds?: number
  /** The processor to measure on; the last allowed one if left out. */
  readonly cpu?: number
  /** More filters to measure, by other makers. */
  readonly others?: readonly SeedFilter[]
  /** Called after each measurement, with the part of the experiment. */
  readonly onProgress?: (sitting: SeedSitting, done: number, total: number) => void
  readonly signal?: StopSignal
}

/** The parts of the experiment, in order. */
export type SeedSitting = 'getppid' | 'every call' | 'attach'

/** A time, and its ratio to the time without a filter. */
export interface SeedTime {
  readonly ns: Quantiles
  /** The extra time over `ret ALLOW` in the same mode, in nanoseconds. */
  readonly overAllow: number
  readonly toAllow: number
  readonly toNone: number
}

/** The cost of getppid under one filter. */
export interface SeedRow extends Partial<Pick<SeedFilter, 'policy' | 'maker' | 'place'>> {
  readonly filter: string
  readonly insns: number
  /** Instructions executed for getppid when the allow bitmap does not hold it. */
  readonly executed: number
  /** The time with the allow bitmap, if the kernel has one. */
  readonly cached: SeedTime
  /** The time with the bitmap defeated. */
  readonly uncached: SeedTime
}

/**
 * The extra time of the calls of the list over `ret ALLOW`, in nanoseconds, timed without making the calls.
 *
 * The process asks about all calls, one number after the other. For a list this costs more than getppid alone. A branch
 * that is never taken is free for a branch predictor, and here some call takes each branch of the list.
 */
export interface SeedCalls {
  readonly filter: string
  readonly maker: SeedMaker
  readonly mean: number
  readonly worst: number
  /** The mean for calls in random order, so that branches are mispredicted. */
  readonly mixed: number
  /** The extra time of each call, in the order of {@link SeedResult.numbers}. */
  readonly each: readonly number[]
}

/** The time to attach a filter. */
export interface SeedAttach extends Partial<Pick<SizedFilter, 'maker' | 'rules'>> {
  readonly filter: string
  readonly insns: number
  readonly ns: Quantiles
}

/** The results of the experiment; plain data. */
export interface SeedResult {
  readonly cpu: number
  /** The number of calls on the list. */
  readonly listed: number
  /** The calls of the list that can be timed: all but uretprobe, which no filter can stop. */
  readonly numbers: readonly number[]
  readonly getppid: readonly SeedRow[]
  readonly calls: readonly SeedCalls[]
  readonly attach: readonly SeedAttach[]
  readonly noise: readonly BenchNoise[]
}

const DEFAULT_ROUNDS = 200
/**
 * Small batches, because each batch times three hundred calls, and the state of the machine must not change before the
 * next filter.
 */
const QUICK = { batches: 3, batchCalls: 100 } as const
const MIXED = 'random order'
/** Calls in random order: too many for a branch predictor to learn the order. */
const MIXED_LENGTH = 1 << 14

const benchFilter = ({ name, program }: Pick<SeedFilter, 'name' | 'program'>): BenchFilter => ({
  name,
  programs: [program],
})

/** The numbers, repeated in an order without a pattern. The order is the same in every run. */
function mixed(numbers: readonly number[]): readonly NativeCall[] {
  let state = 0x9e37_79b9
  return Array.from({ length: MIXED_LENGTH }, () => {
    // xorshift32, Marsaglia 2003
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return { nr: numbers[(state >>> 0) % numbers.length]! }
  })
}

const callOf = (nr: number): BenchCall => ({ name: String(nr), calls: [{ nr }] })

/** The options for one part of the experiment. */
type PartOptions = Pick<SeedOptions, 'cpu' | 'signal'> & {
  readonly rounds: number
  readonly onProgress: (done: number, total: number) => void
}

function seedTime(rows: readonly BenchRow[], filter: string, mode: BenchRow['mode']): SeedTime {
  const { ns, overAllow, toAllow, toNone } = rows.find((row) => row.filter === filter && row.mode === mode)! // every filter was timed in every mode
  return { ns, overAllow, toAllow, toNone: toNone! }
}

async function getppidSitting(
  filters: readonly SeedFilter[],
  how: PartOptions,
): Promise<Pick<SeedResult, 'cpu' | 'getppid' | 'noise'>> {
  const { cpu, rows, noise } = await bench(filters.map(benchFilter), [getppidCall()], {
    modes: ['cached', 'uncached'],
    ...how,
  })
  const row = (filter: string): Pick<SeedRow, 'filter' | 'cached' | 'uncached'> => ({
    filter,
    cached: seedTime(rows, filter, 'cached'),
    uncached: seedTime(rows, filter, 'uncached'),
  })
  return {
    cpu,
    noise,
    getppid: [
      { ...row(NO_FILTER), insns: 0, executed: 0 },
      { ...row(RET_ALLOW), insns: 1, executed: 1 },
      ...filters.map(({ name, policy, maker, place, program, executed }) => ({
        ...row(name),
        policy,
        maker,
        ...(place === undefined ? {} : { place }),
        insns: program.length,
        executed,
      })),
    ],
  }
}

async function callsSitting(
  filters: readonly SeedFilter[],
  numbers: readonly number[],
  how: PartOptions,
): Promise<Pick<SeedResult, 'calls' | 'noise'>> {
  const calls = numbers.map(callOf)
  const { rows, noise } = await bench(
    filters.map(benchFilter),
    [...calls, { name: MIXED, calls: mixed(numbers) }],
    { modes: ['answered'], ...QUICK, ...how },
  )
  return {
    noise,
    calls: filters.map(({ name, maker }) => {
      const mine = rows.filter(({ filter }) => filter === name)
      const each = mine.filter(({ call }) => call !== MIXED).map(({ overAllow }) => overAllow)
      return {
        filter: name,
        maker,
        mean: each.reduce((sum, one) => sum + one, 0) / each.length,
        worst: Math.max(...each),
        mixed: mine.find(({ call }) => call === MIXED)!.overAllow,
        each,
      }
    }),
  }
}

async function attachSitting(
  filters: readonly SeedFilter[],
  how: PartOptions,
): Promise<Pick<SeedResult, 'attach' | 'noise'>> {
  const sized = sizedFilters()
  const { rows, noise } = await benchAttach([...sized, ...filters].map(benchFilter), how)
  return {
    noise: [noise],
    attach: rows.map(({ filter, insns, ns }, i) => {
      const { maker, rules } = sized[i] ?? {}
      return {
        filter,
        insns,
        ns,
        ...(maker === undefined ? {} : { maker }),
        ...(rules === undefined ? {} : { rules }),
      }
    }),
  }
}

/**
 * Runs the experiment. It takes half a minute at 200 rounds.
 * @throws KernelError where this machine cannot time a filter
 */
export async function seedExperiment(options: SeedOptions = {}): Promise<SeedResult> {
  const { rounds = DEFAULT_ROUNDS, cpu, others = [], onProgress, signal } = options
  const filters = [...seedFilters(), ...others]
  const numbers = unconditionalNumbers().filter((nr) => isTimeable(callOf(nr)))
  const ofList = filters.filter(({ policy }) => policy === 'list')
  // The trees, and the lists that have their numbers in ascending order.
  const shapes = ofList.filter(({ place }) => place === undefined || place === 1)
  const docker = filters.filter(({ policy }) => policy !== 'list')
  const how = (sitting: SeedSitting): PartOptions => ({
    rounds,
    onProgress: (done, total) => onProgress?.(sitting, done, total),
    ...(cpu === undefined ? {} : { cpu }),
    ...(signal === undefined ? {} : { signal }),
  })
  const first = await getppidSitting(filters, how('getppid'))
  const second = await callsSitting(shapes, numbers, how('every call'))
  const third = await attachSitting(docker, how('attach'))
  return {
    cpu: first.cpu,
    listed: unconditionalNumbers().length,
    numbers,
    getppid: first.getppid,
    calls: second.calls,
    attach: third.attach,
    noise: [...first.noise, ...second.noise, ...third.noise],
  }
}
