/*
 * The measurements of the clock of filters: each sitting is one process of the native program, in which all filters take turns.
 */
import type { NativeCall } from '@seccompile/clock'
import { measureNatively, turns } from '@seccompile/clock/measure'
import type { NativeWork } from '@seccompile/clock/measure'
import { BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { behindGetppid, defeated, GETPPID, OURS } from './clock-filters.ts'
import type { ClockFilter, ClockSubject } from './clock-filters.ts'
import { SLICE } from './clock-sequences.ts'
import type { Sequence } from './clock-sequences.ts'

/** The conditions under which a sitting makes its calls. */
export interface SittingConditions {
  /** Whether the kernel answers cached calls from its allow bitmap. */
  readonly bitmap: boolean
  /** The work between two calls. */
  readonly work: 'none' | NativeWork['kind']
}

/** The time of one sequence under one filter, in nanoseconds a call. */
export interface ClockRow extends SittingConditions {
  readonly sequence: string
  readonly kind: Sequence['kind']
  readonly filter: string
  /** Nanoseconds more than under a filter that is one `ret`, in the same sitting. */
  readonly over: number
}

/** The cost of a call under one `ret`, and the difference of two measurements of one filter. */
export interface ClockFloor extends SittingConditions {
  readonly sequence: string
  readonly kind: Sequence['kind']
  /** The share of calls that run the filter. */
  readonly runs: number
  /** Nanoseconds of one call under a filter of one `ret`, with the kernel's work for the call. */
  readonly ret: number
  /** The distance of the two rows of a filter that took part twice: of `ret`, and of our default. */
  readonly apart: { readonly ret: number; readonly ours: number }
}

/** The results of a sitting. */
export interface Sat {
  readonly cpu: number
  readonly rows: readonly ClockRow[]
  readonly floors: readonly ClockFloor[]
}

/**
 * The amount of each kind of work: 128 jumps take 0.1 microseconds; 16 words take some 500 jumps and 0.4
 * microseconds.
 */
export const WORK_COUNTS: Readonly<Record<NativeWork['kind'], number>> = {
  jumps: 128,
  words: 16,
  program: 16,
}

/**
 * The quantile over turns that is the figure of a slice. Faster turns are luck with memory; slower turns show other
 * work on the machine. On a busy machine even the tenth was disturbed: with it, two measurements of one filter were 4
 * ns apart, and 1 ns with the twentieth.
 */
const QUANTILE = 0.05

const RET: Program = [{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }]

/** The calls of a sitting with the bitmap: getppid stands in for each cached call. */
function withBitmap(calls: readonly NativeCall[], cached: ReadonlySet<number>): readonly NativeCall[] {
  return calls.map((call) => (cached.has(call.nr) ? { nr: GETPPID } : call))
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)]!
}

/**
 * The time of a call: the mean over the slices that a turn plays, each by a low quantile over turns. A slice has the same calls and
 * the same work in every turn. Other work on the machine only adds time, and rarely to all turns of a slice.
 */
function callNs(turnsOf: readonly (readonly number[])[]): number {
  const times = turnsOf[0]!.map((_, batch) =>
    quantile(
      turnsOf.map((turn) => turn[batch]!),
      QUANTILE,
    ),
  )
  return times.reduce((sum, ns) => sum + ns, 0) / times.length
}

/**
 * Times `sequences` under the filters of `subject`, `rounds` turns of each.
 * @throws KernelError where this machine cannot time filters
 */
export async function sit(
  { filters, cached }: Pick<ClockSubject, 'filters' | 'cached'>,
  sequences: readonly Sequence[],
  conditions: SittingConditions,
  { rounds, onTurn }: { readonly rounds: number; readonly onTurn: () => void },
): Promise<Sat> {
  const ours = filters.find(({ name }) => name === OURS)!.program
  // `ret` and our default take part twice, which shows the noise. One `ret` is the first filter, and one is the last.
  const programs = [RET, ...filters.map(({ program }: ClockFilter) => program), ours, RET]
  const [ret, oursTwin, retTwin] = [0, programs.length - 2, programs.length - 1]
  const made = conditions.bitmap ? behindGetppid : defeated
  const played = sequences.map(({ calls }) => (conditions.bitmap ? withBitmap(calls, cached) : calls))
  const most = Math.max(...played.map(({ length }) => length)) / SLICE
  const { cpu, runs } = await measureNatively(
    {
      filters: programs.map((program) => [made(program)]),
      workloads: played.map((calls) => ({ abi: 'native', calls })),
      runs: turns(programs.length, rounds),
      batches: most,
      batchCalls: SLICE,
      warmUpCalls: SLICE,
      ...(conditions.work !== 'none' && {
        work: { kind: conditions.work, count: WORK_COUNTS[conditions.work] },
      }),
      isSliced: true,
    },
    {
      filter: (index) => ['ret', ...filters.map(({ name }) => name), OURS, 'ret'][index]!,
      workload: (index) => sequences[index]!.name,
    },
    { onRun: onTurn },
  )
  const results = sequences.map(({ name, kind }, s) => {
    const ns = programs.map((_, filter) =>
      callNs(runs.filter((run) => run.filter === filter).map((run) => run.callNs[s]!)),
    )
    const running = played[s]!.filter(({ nr }) => !conditions.bitmap || nr !== GETPPID).length
    const ourPlace = 1 + filters.findIndex(({ name: own }) => own === OURS)
    return {
      floor: {
        ...conditions,
        sequence: name,
        kind,
        runs: running / played[s]!.length,
        ret: ns[ret]!,
        apart: {
          ret: Math.abs(ns[retTwin]! - ns[ret]!),
          ours: Math.abs(ns[oursTwin]! - ns[ourPlace]!),
        },
      },
      rows: filters.map((filter, f) => ({
        ...conditions,
        sequence: name,
        kind,
        filter: filter.name,
        over: ns[f + 1]! - (ns[ret]! + ns[retTwin]!) / 2,
      })),
    }
  })
  return { cpu, rows: results.flatMap(({ rows }) => rows), floors: results.map(({ floor }) => floor) }
}
