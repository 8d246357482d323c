/*
 * The targets of the compiler. A missed target fails the run where the figure is exact; for a time it is only printed.
 */
import type { CostRow } from './cost-row.ts'
import type { GapRow } from './gaps.ts'
import type { AgreementRow, Measurements } from './measurements.ts'
import { median } from './timing.ts'
import type { TimeId } from './timing.ts'
import { ratios } from './turns.ts'
import type { TimedName } from './turns.ts'

/** A figure beside its target. */
export interface FigureTarget {
  readonly figure: string
  readonly measured: number
  readonly bound: 'at most' | 'exactly'
  readonly target: number
  /** Whether the figure depends on the sources alone. A time does not. */
  readonly exact: boolean
  readonly met: boolean
}

/** A figure with its target. @throws Error where nothing was measured */
export function target(
  figure: string,
  measured: number | undefined,
  bound: FigureTarget['bound'],
  limit: number,
  exact = true,
): FigureTarget {
  if (measured === undefined) throw new Error(`nothing was measured for "${figure}"`)
  const met = bound === 'exactly' ? measured === limit : measured <= limit
  return { figure, measured, bound, target: limit, exact, met }
}

const atMost = (figure: string, measured: number | undefined, limit: number): FigureTarget =>
  target(figure, measured, 'at most', limit)

const rowOf = (rows: readonly CostRow[], name: string): CostRow | undefined =>
  rows.find(({ filter }) => filter === name)

/** The mean over the calls that `filter` allows on `abi`. */
const meanOf = (row: CostRow | undefined, abi: string): number | undefined =>
  row?.abis.find((one) => one.abi === abi)?.allowed.mean

function oneAbiTargets(
  name: string,
  rows: readonly CostRow[],
  limits: {
    readonly speed: readonly [insns: number, mean: number]
    readonly size: readonly [insns: number, mean: number]
    readonly weighted: number
  },
): readonly FigureTarget[] {
  const [weights] = rowOf(rows, 'speed, weights')?.abis ?? []
  return [
    ...(['speed', 'size'] as const).flatMap((pipeline) => {
      const row = rowOf(rows, pipeline)
      const [insns, mean] = limits[pipeline]
      return [
        atMost(`${name}, ${pipeline}: instructions`, row?.insns, insns),
        atMost(`${name}, ${pipeline}: executed for an allowed call`, meanOf(row, 'x86_64'), mean),
      ]
    }),
    atMost(`${name}, weights: executed, weighted`, weights?.weighted, limits.weighted),
    atMost(`${name}, weights: executed for a denied call, worst`, weights?.denied.worst, 17),
  ]
}

function threeAbiTargets(name: string, rows: readonly CostRow[]): readonly FigureTarget[] {
  const [speed, unknown] = [rowOf(rows, 'speed'), rowOf(rows, 'speed, ENOSYS')]
  const more = (measure: (row: CostRow) => number | undefined): number | undefined => {
    const [before, after] = [speed, unknown].map((row) => (row === undefined ? undefined : measure(row)))
    return before === undefined || after === undefined ? undefined : after - before
  }
  return [
    atMost(`${name}, speed: instructions`, speed?.insns, 250),
    atMost(`${name}, speed: executed for an allowed call of x86_64`, meanOf(speed, 'x86_64'), 8.9),
    atMost(`${name}, speed: executed for an allowed call of x86`, meanOf(speed, 'x86'), 11.2),
    atMost(`${name}, speed: steps at attach`, speed?.attachSteps, 11_000),
    atMost(
      `${name}, ENOSYS for unknown calls: more instructions`,
      more(({ insns }) => insns),
      6,
    ),
    ...['x86_64', 'x86'].map((abi) =>
      atMost(
        `${name}, ENOSYS for unknown calls: more executed on ${abi}`,
        more((row) => meanOf(row, abi)),
        0.3,
      ),
    ),
  ]
}

/** The most time of a compilation, as a multiple of the time of libseccomp's tree. */
const TIMES_THE_TREE: Readonly<Record<TimedName, number>> = { 'docker-args': 1.6, 'docker-3abi': 0.9 }

function timeTargets({ times, turns }: Measurements): readonly FigureTarget[] {
  const timed = (figure: string, id: TimeId, limit: number): FigureTarget =>
    target(figure, times.find((row) => row.id === id)?.median, 'at most', limit, false)
  // The shortest time: other work on the machine can only add to a time.
  const leastOf = (id: TimeId): number | undefined => times.find((row) => row.id === id)?.min
  const [ours, empty] = [leastOf('process-cpu'), leastOf('empty-cpu')]
  const ratio = ours === undefined || empty === undefined ? undefined : ours / empty
  return [
    timed('docker-args: compile, warm, ms', 'one-abi', 40),
    timed('docker-3abi: compile, warm, ms', 'three-abis', 150),
    timed('docker-args: compile, effort max, ms', 'one-abi-max', 10_000),
    timed('docker-3abi: compile, effort max, ms', 'three-abis-max', 10_000),
    timed('docker-3abi: seccompile compile, ms', 'process', 400),
    timed('docker-3abi: seccompile blocks, ms', 'blocks', 600),
    target("docker-3abi: seccompile compile, CPU, against an empty Node's", ratio, 'at most', 8, false),
    ...turns.map((row) =>
      target(
        `${row.subject}: compile, warm, against libseccomp's tree`,
        median(ratios(row)),
        'at most',
        TIMES_THE_TREE[row.subject],
        false,
      ),
    ),
  ]
}

/** Default effort against maximal effort, and maximal effort against the lower bound where it is known. */
function gapTargets(gaps: readonly GapRow[]): readonly FigureTarget[] {
  return gaps.flatMap(({ subject, pipeline, objective, found, best, least }) => {
    const what = `${subject}, ${pipeline}, ${objective}`
    const isNear = pipeline === 'speed' && objective === 'uniform'
    return [
      ...(isNear ? [atMost(`${what}: above the lower bound`, found.value - least, 0.02)] : []),
      atMost(
        `${what}: default effort beside all effort`,
        best.value === 0 ? 1 : found.value / best.value,
        1.01,
      ),
      atMost(`${what}: instructions, the same`, found.insns / best.insns, 1.05),
    ]
  })
}

/** The figures that have a target. */
export function targets(of: Measurements): readonly FigureTarget[] {
  const { costs, getppid, agreements } = of
  const args = costs['docker-args']
  const disagreements = ({ subject, against, disagreements: count }: AgreementRow): FigureTarget =>
    target(`${subject}: verdicts that differ from ${against}`, count, 'exactly', 0)
  const places = getppid.filter(({ pipeline }) => pipeline === 'speed').map(({ executed }) => executed)
  return [
    ...oneAbiTargets('docker-flat', costs['docker-flat'], {
      speed: [58, 8.18],
      size: [51, 8.35],
      weighted: 6.03,
    }),
    ...oneAbiTargets('docker-args', args, { speed: [77, 8.75], size: [67, 9], weighted: 6.57 }),
    atMost(
      'docker-args, bitmap: executed for a call that is never cached',
      rowOf(args, 'speed, bitmap')?.abis[0]?.neverCached,
      10,
    ),
    target('docker-args, speed: calls in the bitmap', rowOf(args, 'speed')?.abis[0]?.cached, 'exactly', 306),
    ...threeAbiTargets('docker-3abi', costs['docker-3abi']),
    atMost(
      'getppid anywhere in a list of 306 calls: executed',
      places.length === 0 ? undefined : Math.max(...places),
      9,
    ),
    ...gapTargets(of.gaps),
    ...agreements.map(disagreements),
    ...timeTargets(of),
  ]
}

/** Whether every exact figure meets its target. */
export function holds(all: readonly FigureTarget[]): boolean {
  return all.every(({ exact, met }) => met || !exact)
}
