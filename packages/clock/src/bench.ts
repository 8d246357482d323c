/*
 * The cost of filters on the kernel's clock.
 *
 * Differences of a nanosecond must show through noise of tens. Four measures help. Filters take turns in one run, in
 * a random order in each round. The random order cancels drift, and the effect of a filter on the next one. Each turn
 * has a fresh process, since its place in memory matters, pinned to one processor. The time of a turn is the minimum
 * over many short batches, since every disturbance adds time. Two filters are compared round by round, by their turns
 * in the same round. Their ratio is the median over rounds, because a processor with other users changes its speed
 * from one moment to the next. On a busy machine this ratio was steady to 0.1 %, and the ratio of two minima over all
 * rounds was off by 1 %. The remaining noise is measured as well, by a filter that takes part twice.
 *
 * Only calls that change nothing are made for real: `getppid` and similar calls. Any other call is timed without
 * making it, under the same filter with each return replaced by an errno. The filter executes the same instructions,
 * and the kernel skips the call itself. So such times compare only with each other.
 */
import { BPF, BPF_MAXINSNS, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { KernelError, readOptions } from '@seccompile/kernel/native'
import { optionsReader } from './bench-options.ts'
import type { BenchOptions } from './bench-options.ts'
import { checkCalls, checkCount, checkFilters, checkMachine, NO_FILTER, RET_ALLOW } from './checks.ts'
import { measureNatively } from './measure-natively.ts'
import type { NativePlan, NativeResult, Watcher } from './measure-natively.ts'
import { medianOf, quantilesOf } from './quantiles.ts'
import type { Quantiles } from './quantiles.ts'
import { noiseOf, turns } from './rounds.ts'
import type { BenchNoise } from './rounds.ts'
import { isHarmless } from './subject.ts'
import type { BenchCall, BenchFilter, BenchMode } from './subject.ts'
import { answering, withoutBitmap } from './variants.ts'

/**
 * The cost of a call under a filter, in nanoseconds. Ratios and differences are medians over rounds; in a round, the
 * minima of two turns are compared. If a filter refuses the call, the call is not made, and the row does not include
 * its time.
 */
export interface BenchRow {
  readonly filter: string
  readonly call: string
  readonly mode: BenchMode
  readonly ns: Quantiles
  /** The difference to `ret ALLOW`, a filter of one instruction, in the same mode. */
  readonly overAllow: number
  readonly toAllow: number
  /** The ratio to no filter; absent if the call is not made. */
  readonly toNone?: number
}

/** The result of {@link bench}. */
export interface BenchResult {
  /** The processor of the measurement. */
  readonly cpu: number
  /** The rows by mode, call and filter: `no filter`, `ret ALLOW`, then the filters of the caller. */
  readonly rows: readonly BenchRow[]
  /** The noise: the difference between the two rows of `ret ALLOW`, which is measured twice. */
  readonly noise: readonly BenchNoise[]
}

const RET_ALLOW_PROGRAM: Program = [{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }]
const DEFAULTS = { rounds: 200, batches: 10, batchCalls: 200 } as const
const MODES: readonly BenchMode[] = ['cached', 'uncached', 'answered']

/**
 * The programs of `filter` as they are attached in `mode`. @throws KernelError if the program has no room for a `tax`
 */
function variant({ name, programs }: BenchFilter, mode: BenchMode): readonly Program[] {
  switch (mode) {
    case 'cached':
      return programs
    case 'answered':
      return answering(programs)
    case 'uncached':
      if (programs.some(({ length }) => length >= BPF_MAXINSNS))
        throw new KernelError(
          'E_FILTER',
          `${name}: has ${BPF_MAXINSNS} instructions, and the kernel takes no more; the measurement without the bitmap adds one`,
        )
      return programs.map(withoutBitmap)
  }
}

/** A filter that takes part in a mode. */
interface Entrant {
  readonly filter: BenchFilter
  readonly mode: BenchMode
  /** Whether the filter takes part only to measure the noise, without a row. */
  readonly isTwin: boolean
}

/** The filters that take part in `mode`; in modes that make calls, also no filter. */
function entrants(filters: readonly BenchFilter[], mode: BenchMode): readonly Entrant[] {
  const allow: BenchFilter = { name: RET_ALLOW, programs: [RET_ALLOW_PROGRAM] }
  const none: BenchFilter = { name: NO_FILTER, programs: [] }
  const enter = (filter: BenchFilter, isTwin = false): Entrant => ({ filter, mode, isTwin })
  return [
    ...(mode === 'answered' ? [] : [enter(none)]),
    enter(allow),
    ...filters.map((filter) => enter(filter)),
    enter(allow, true),
  ]
}

/** The times of one entrant and one call. */
interface EntrantTimes {
  readonly ns: Quantiles
  /** The minimum of each round. */
  readonly minima: readonly number[]
}

function timed({ runs }: NativeResult, entrant: number, call: number): EntrantTimes {
  const turnsOf = runs.filter(({ filter }) => filter === entrant).map(({ callNs }) => callNs[call] ?? [])
  return { ns: quantilesOf(turnsOf.flat()), minima: turnsOf.map((times) => Math.min(...times)) }
}

/** The median over rounds of `compare` for the minima of `a` and `b`. */
function paired(a: EntrantTimes, b: EntrantTimes, compare: (a: number, b: number) => number): number {
  return medianOf(a.minima.map((ns, round) => compare(ns, b.minima[round]!))) // every filter has one turn in each round
}

const ratio = (a: number, b: number): number => a / b
const difference = (a: number, b: number): number => a - b

/** The rows and the noise of one mode. */
function evaluate(
  result: NativeResult,
  all: readonly Entrant[],
  mode: BenchMode,
  calls: readonly BenchCall[],
): { readonly rows: readonly BenchRow[]; readonly noise: BenchNoise } {
  const mine = all.flatMap((entrant, index) => (entrant.mode === mode ? [{ ...entrant, index }] : []))
  const indexOf = (name: string, twin = false): number | undefined =>
    mine.find(({ filter, isTwin }) => filter.name === name && isTwin === twin)?.index
  const noneIndex = indexOf(NO_FILTER)
  const perCall = calls.map(({ name }, c) => {
    const allow = timed(result, indexOf(RET_ALLOW)!, c)
    const none = noneIndex === undefined ? undefined : timed(result, noneIndex, c)
    const rows = mine
      .filter(({ isTwin }) => !isTwin)
      .map(({ filter, index }): BenchRow => {
        const one = timed(result, index, c)
        return {
          filter: filter.name,
          call: name,
          mode,
          ns: one.ns,
          overAllow: paired(one, allow, difference),
          toAllow: paired(one, allow, ratio),
          ...(none === undefined ? {} : { toNone: paired(one, none, ratio) }),
        }
      })
    return { rows, apart: paired(timed(result, indexOf(RET_ALLOW, true)!, c), allow, ratio) }
  })
  return {
    rows: perCall.flatMap(({ rows }) => rows),
    noise: noiseOf(
      mode,
      perCall.map(({ apart }) => apart),
    ),
  }
}

/** A measurement in one process of the native program: entrants and calls that take turns. */
interface Sitting {
  readonly entrants: readonly Entrant[]
  readonly modes: readonly BenchMode[]
  readonly calls: readonly BenchCall[]
}

/**
 * Sittings for the modes that make calls, and for the mode that does not. Times of different sittings are never
 * compared, so they need not take turns.
 */
function sittings(
  filters: readonly BenchFilter[],
  calls: readonly BenchCall[],
  modes: readonly BenchMode[],
): readonly Sitting[] {
  const made = modes.filter((mode) => mode !== 'answered')
  const makeable = calls.filter(isHarmless)
  const all = [
    { modes: made, calls: makeable },
    { modes: modes.filter((mode) => mode === 'answered'), calls },
  ]
  return all
    .filter((one) => one.modes.length > 0 && one.calls.length > 0)
    .map((one) => ({ ...one, entrants: one.modes.flatMap((mode) => entrants(filters, mode)) }))
}

/**
 * Times `calls` under `filters`, besides no filter and `ret ALLOW`. Names of filters are unique.
 *
 * Makes about `rounds × batches × batchCalls` calls of a fifth of a microsecond for each filter, mode and call. Needs
 * x86_64 Linux and a C compiler. A filter that this process already has adds the same time to all rows.
 *
 * @throws KernelError if the machine lacks something, if the kernel refuses a filter, if a filter kills the process,
 * or if a call cannot be timed
 */
export async function bench(
  filters: readonly BenchFilter[],
  calls: readonly BenchCall[],
  given: BenchOptions = {},
): Promise<BenchResult> {
  const options = readOptions(optionsReader, given)
  const { modes = MODES, rounds = DEFAULTS.rounds, batches = DEFAULTS.batches } = options
  const { batchCalls = DEFAULTS.batchCalls, cpu, onProgress, signal } = options
  checkMachine('time system calls')
  checkFilters(filters)
  checkCalls(calls)
  for (const [what, value, most] of [['rounds', rounds, 10_000], ['batches', batches, 4096], ['calls of a batch', batchCalls, 1 << 20]] as const) checkCount(what, value, most) // prettier-ignore
  const sat = sittings(filters, calls, modes)
  if (sat.length === 0)
    throw new KernelError(
      'E_ARGUMENT',
      `modes ${modes.join(', ')} make the calls, and none of these calls may be made`,
    )
  const total = sat.reduce((sum, { entrants: all }) => sum + all.length * rounds, 0)
  let done = 0
  const watcher: Watcher = {
    onRun: () => onProgress?.(++done, total),
    ...(signal === undefined ? {} : { signal }),
  }
  const rows: BenchRow[] = []
  const noise: BenchNoise[] = []
  let where = 0
  for (const sitting of sat) {
    const plan: NativePlan = {
      filters: sitting.entrants.map(({ filter, mode }) => variant(filter, mode)),
      workloads: sitting.calls.map(({ abi, calls: sequence }) => ({
        abi: abi === 'x86' ? 'i386' : 'native',
        calls: sequence,
      })),
      runs: turns(sitting.entrants.length, rounds),
      batches,
      batchCalls,
      warmUpCalls: batchCalls,
      ...(cpu === undefined ? {} : { cpu }),
    }
    const names = {
      filter: (index: number) => sitting.entrants[index]!.filter.name,
      workload: (index: number) => sitting.calls[index]!.name,
    }
    const result = await measureNatively(plan, names, watcher)
    where = result.cpu
    for (const mode of sitting.modes) {
      const found = evaluate(result, sitting.entrants, mode, sitting.calls)
      rows.push(...found.rows)
      noise.push(found.noise)
    }
  }
  return { cpu: where, rows, noise }
}
