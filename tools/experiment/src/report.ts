/*
 * The results of the seed experiment for people: tables and two charts.
 */
import type { BenchNoise, Machine } from '@seccompile/clock'
import { noisePercent, noiseText } from '@seccompile/clock'
import { table } from '@seccompile/text-layout'
import type { TableCell } from '@seccompile/text-layout'
import { lineChart } from './chart.ts'
import type { ChartSeries } from './chart.ts'
import type { SeedResult, SeedRow, SeedTime } from './experiment.ts'
import type { SeedMaker } from './filters.ts'

/** A chart, with the name of its file without a folder. */
export interface SeedChart {
  readonly file: string
  readonly svg: string
}

/**
 * Time stamp counter ticks of getppid under Docker's profile of 306 calls, as they were published.
 * @see https://github.com/seccomp/libseccomp/issues/116
 */
const PUBLISHED = { none: 138, first: 256, middle: 516, last: 1942, tree: 312 } as const

const MAKERS: readonly SeedMaker[] = ['libseccomp list', 'libseccomp tree', 'seccompile']

/** The published ticks to compare a row with. */
function publishedTicks({ executed, policy, maker, place }: SeedRow, length: number): number | undefined {
  if (executed === 0) return PUBLISHED.none
  if (policy !== 'list') return undefined
  if (maker === 'libseccomp tree') return PUBLISHED.tree
  switch (place) {
    case 1:
      return PUBLISHED.first
    case length:
      return PUBLISHED.last
    case Math.ceil(length / 2):
      return PUBLISHED.middle
    default:
      return undefined
  }
}

const SITTINGS: Readonly<Record<BenchNoise['mode'], string>> = {
  cached: 'getppid, cached',
  uncached: 'getppid, uncached',
  answered: 'every call',
  attach: 'attach',
}

function getppidTable({ getppid, listed }: SeedResult): string {
  const header = [
    'filter', 'insns', 'executed', 'cached ns', '× no filter', 'uncached ns', '× no filter', '× ret ALLOW', 'published', '× no filter',
  ] // prettier-ignore
  const rows = getppid.map((row): readonly TableCell[] => {
    const { filter, insns, executed, cached, uncached } = row
    const published = publishedTicks(row, listed)
    return [
      filter,
      insns,
      executed,
      cached.ns.min.toFixed(1),
      cached.toNone.toFixed(3),
      uncached.ns.min.toFixed(1),
      uncached.toNone.toFixed(3),
      uncached.toAllow.toFixed(4),
      published === undefined ? '' : String(published),
      published === undefined ? '' : (published / PUBLISHED.none).toFixed(3),
    ]
  })
  return table(header, rows)
}

function callsTable({ calls }: SeedResult): string {
  const rows = calls.map(({ filter, mean, worst, mixed }): readonly TableCell[] => [
    filter, mean.toFixed(2), worst.toFixed(2), mixed.toFixed(2),
  ]) // prettier-ignore
  return table(['filter', 'mean ns', 'worst ns', 'random order ns'], rows)
}

function attachTable({ attach }: SeedResult): string {
  const rows = attach.map(({ filter, insns, ns }): readonly TableCell[] => [
    filter,
    insns,
    (ns.min / 1000).toFixed(1),
    (ns.median / 1000).toFixed(1),
  ])
  return table(['filter', 'insns', 'least µs', 'median µs'], rows)
}

/** The report for people. */
export function seedText(result: SeedResult, { processor, kernel, date }: Machine): string {
  const { listed, numbers, cpu, noise } = result
  return [
    `${processor}, processor ${cpu}, Linux ${kernel}, ${date}\n`,
    `getppid under an allow list of ${listed} calls; "uncached" defeats the allow bitmap of Linux 5.11, "published" is in ticks\n${getppidTable(result)}`,
    `each of ${numbers.length} of these calls, timed without making it: more than under ret ALLOW\n${callsTable(result)}`,
    `attach\n${attachTable(result)}`,
    noiseText(noise, SITTINGS),
  ].join('\n')
}

/** The rows of the list in libseccomp's shape, by place. */
function placesOf({ getppid }: SeedResult): readonly (SeedRow & { readonly place: number })[] {
  const placed = getppid.flatMap((row) => (row.place === undefined ? [] : [{ ...row, place: row.place }]))
  return placed.toSorted((a, b) => a.place - b.place)
}

/**
 * The time of a row in nanoseconds, computed from its ratio to no filter. A ratio compares measurements that follow one
 * another. It is steadier than the least time of a row, which may come from a faster moment of the machine.
 */
function steadyNs({ getppid }: SeedResult, { toNone }: SeedTime): number {
  return getppid.find(({ executed }) => executed === 0)!.uncached.ns.min * toNone // there is a row without a filter
}

/**
 * The cost of the filters of the list, by maker. libseccomp's list has a value for each place; every other filter has
 * one value.
 */
function seriesOf(result: SeedResult, costOf: (row: SeedRow) => number): readonly ChartSeries[] {
  const across = (maker: SeedMaker): ChartSeries['points'] => {
    const row = result.getppid.find(({ policy, maker: by }) => policy === 'list' && by === maker)!
    return [[0, costOf(row)]] // every one of these rows is measured
  }
  return [
    {
      name: 'libseccomp, list (its default)',
      points: placesOf(result).map((row) => [row.place, costOf(row)]),
    },
    { name: 'libseccomp, tree', points: across('libseccomp tree') },
    { name: 'seccompile', points: across('seccompile'), isMain: true },
  ]
}

/** The row of `ret ALLOW`, which executes one instruction, or the row of no filter, which executes none. */
function rowOf(rows: readonly SeedRow[], executed: 0 | 1): SeedRow {
  return rows.find((row) => row.executed === executed)! // both are measured
}

/** A ratio above which a difference is no noise. */
const CLEAR = 1.02

/** The finding as a title, where the measurement shows it: a list rises, and a tree has one cost. */
function findingOf(result: SeedResult): string {
  const places = placesOf(result)
  const [first, last] = [places[0]!, places.at(-1)!].map(({ uncached }) => steadyNs(result, uncached))
  return last! > first! * CLEAR
    ? 'The later getppid stands in a list, the more it costs; under a tree it costs the same'
    : 'What getppid costs under an allow list'
}

/** The chart, as wide as a page or as a telephone. */
type ChartFormat = 'wide' | 'narrow'

function getppidChart(result: SeedResult, { processor, kernel, date }: Machine, format: ChartFormat): string {
  const { getppid, listed, noise } = result
  const ofUncached = noise.find(({ mode }) => mode === 'uncached')
  return lineChart(
    {
      title: findingOf(result),
      yLabel: 'nanoseconds a call, bitmap defeated',
      xLabel: `place of getppid in a list of ${listed} calls`,
      digits: 1,
      series: [
        ...seriesOf(result, ({ uncached }) => steadyNs(result, uncached)),
        { name: 'ret ALLOW', points: [[0, steadyNs(result, rowOf(getppid, 1).uncached)]] },
        { name: 'no filter', points: [[0, steadyNs(result, rowOf(getppid, 0).uncached)]] },
        {
          name: 'any of them, in the bitmap',
          points: placesOf(result).map(({ place, cached }) => [place, steadyNs(result, cached)]),
          isDashed: true,
        },
      ],
      caption: [
        'Solid: the filter runs, as before Linux 5.11. Dashed: the kernel knows from its allow bitmap that the call is allowed.',
        `${processor}, Linux ${kernel}, ${date}: the median ratio to no filter, over rounds in fresh processes, times its least;`,
        `the same filter measured twice differs by ${ofUncached === undefined ? 'an unknown share' : noisePercent(ofUncached)}. Made by: npm run bench seed`,
      ],
    },
    format,
  )
}

function attachChart(
  { attach, noise }: SeedResult,
  { processor, kernel, date }: Machine,
  format: ChartFormat,
): string {
  const ofAttach = noise.find(({ mode }) => mode === 'attach')
  return lineChart(
    {
      title: 'What attaching an allow list costs',
      yLabel: 'microseconds an attach, bitmap included',
      xLabel: 'rules',
      digits: 0,
      series: MAKERS.map((maker): ChartSeries => ({
        name: maker.replace(' ', ', '),
        points: attach.flatMap((row) =>
          row.maker === maker && row.rules !== undefined ? [[row.rules, row.ns.min / 1000] as const] : [],
        ),
        isMain: maker === 'seccompile',
      })),
      caption: [
        'The kernel runs the filter once for each system call number of both its ABIs, to fill the allow bitmap.',
        `${processor}, Linux ${kernel}, ${date}: the least of many, in fresh processes; the same filter measured twice`,
        `differs by ${ofAttach === undefined ? 'an unknown share' : noisePercent(ofAttach)}. Made by: npm run bench seed`,
      ],
    },
    format,
  )
}

function executedChart(result: SeedResult, format: ChartFormat): string {
  return lineChart(
    {
      title: 'Instructions executed for getppid under an allow list',
      yLabel: 'instructions a call',
      xLabel: `place of getppid in a list of ${result.listed} calls`,
      digits: 0,
      series: seriesOf(result, ({ executed }) => executed),
      caption: [
        'Exact counts, the same on every machine. The lists have the shapes of libseccomp 2.6.0. Made by: npm run bench seed',
      ],
    },
    format,
  )
}

/** A thousandth of a nanosecond, or of a ratio, is less than any noise. */
const DIGITS = 4

/** The raw figures as JSON, each list of numbers on one line. */
export function seedJson(result: SeedResult, place: Machine): string {
  const round = (_key: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toFixed(DIGITS)) : value
  const text = JSON.stringify({ machine: place, ...result }, round, 2)
  return `${text.replaceAll(/\[[\s\d.,e+-]*\]/g, (list) => list.replaceAll(/\s+/g, ' '))}\n`
}

/**
 * The charts: cost and executed instructions against place in the list, and attach against number of rules. Each is there
 * twice, for a page and, with `-narrow` in its name, for a telephone.
 */
export function seedCharts(result: SeedResult, place: Machine): readonly SeedChart[] {
  return (['wide', 'narrow'] as const).flatMap((format) => {
    const ending = format === 'wide' ? '' : '-narrow'
    return [
      { file: `getppid${ending}.svg`, svg: getppidChart(result, place, format) },
      { file: `getppid-executed${ending}.svg`, svg: executedChart(result, format) },
      { file: `attach${ending}.svg`, svg: attachChart(result, place, format) },
    ]
  })
}
