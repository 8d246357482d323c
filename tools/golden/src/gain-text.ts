/* The gain of a pass as text for people. */
import { formatNumber, printableLine, table } from '@seccompile/text-layout'
import type { TableCell } from '@seccompile/text-layout'
import type { FilterFigures, FilterGain, FilterSide, GroupGain, PassGain, PipelineGain } from './pass-gain.ts'

/** The figures, each with its name for people. */
const FIGURES: readonly (readonly [keyof FilterFigures, string])[] = [
  ['insns', 'instructions'],
  ['mean', 'executed, mean'],
  ['most', 'executed, at most'],
]
/** Figures with a smaller difference count as equal. */
const EPSILON = 1e-9

/** A filter of which both sides have figures. */
interface MeasuredGain {
  readonly name: string
  readonly with: FilterFigures
  readonly without: FilterFigures
}

const isMeasured = (filter: FilterGain): filter is FilterGain & MeasuredGain =>
  filter.with.kind === 'fits' && filter.without.kind === 'fits'

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** `podman: 120 to 116`, for the filter with the largest change; nothing where there is none. */
function extreme(filters: readonly MeasuredGain[], figure: keyof FilterFigures): string {
  const changeOf = (one: MeasuredGain): number => Math.abs(one.with[figure] - one.without[figure])
  const [first, ...others] = filters
  if (first === undefined) return ''
  const most = others.reduce((best, one) => (changeOf(one) > changeOf(best) + EPSILON ? one : best), first)
  return `${most.name}: ${formatNumber(most.without[figure])} to ${formatNumber(most.with[figure])}`
}

function figureRow(
  filters: readonly MeasuredGain[],
  [figure, name]: (typeof FIGURES)[number],
): readonly TableCell[] {
  const [without, withIt] = (['without', 'with'] as const).map((side) =>
    average(filters.map((one) => one[side][figure])),
  )
  const better = filters.filter((one) => one.with[figure] < one.without[figure] - EPSILON)
  const worse = filters.filter((one) => one.with[figure] > one.without[figure] + EPSILON)
  return [
    name, without!, withIt!, without! - withIt!, better.length, extreme(better, figure),
    worse.length, extreme(worse, figure),
  ] // prettier-ignore
}

const HEADER = ['', 'without', 'with', 'gain', 'better', 'most gained', 'worse', 'most lost']
const FILTER_HEADER = ['filter', 'insns without', 'with', 'mean without', 'with', 'most without', 'with']

const sideText = (side: FilterSide): string =>
  side.kind === 'fits'
    ? formatNumber(side.insns)
    : `${side.isEstimate ? 'about ' : ''}${formatNumber(side.insns)} (too long)`

/** The filters that one side does not hold, and those without a proof, one a line. */
function exceptions(filters: readonly FilterGain[]): string {
  const lines = filters.flatMap((one) => {
    if (!isMeasured(one))
      return [`${one.name}: ${sideText(one.without)} instructions without, ${sideText(one.with)} with`]
    return one.undecided === undefined ? [] : [`${one.name}: not proved to mean the same: ${one.undecided}`]
  })
  return lines.map((line) => `${line}\n`).join('')
}

function groupText(pipeline: string, { group, inputs, filters }: GroupGain, isAll: boolean): string {
  const title = `${pipeline}, ${group}: ${filters.length} of ${inputs} filters differ\n`
  const measured = filters.filter(isMeasured)
  if (measured.length === 0) return title + exceptions(filters)
  const rows = measured.map((one) => [
    one.name,
    ...FIGURES.flatMap(([figure]) => [one.without[figure], one.with[figure]]),
  ])
  return [
    title,
    table(
      HEADER,
      FIGURES.map((figure) => figureRow(measured, figure)),
    ),
    ...(isAll ? [table(FILTER_HEADER, rows)] : []),
    exceptions(filters),
  ].join('')
}

function pipelineGainText({ pipeline, groups }: PipelineGain, isAll: boolean): string {
  return groups.map((group) => groupText(pipeline, group, isAll)).join('')
}

const NOTE = `Each figure is in instructions, and an average over the filters that differ. "Executed, mean" is that of an allowed call,
over calls and listed argument values; "executed, at most" is the longest way of any call.
`

/** The gain of a pass, with a table of figures for each pipeline; with `isAll`, a row for each filter that differs too. */
export function gainText({ pass, summary, place, pipelines, leftOut }: PassGain, isAll: boolean): string {
  const where = place === undefined ? '' : `, ${place.kind.replace('-', ' ')} ${place.of}`
  const isNoted = pipelines.some(({ groups }) => groups.some(({ filters }) => filters.some(isMeasured)))
  const last = [
    ...leftOut.map(({ pipeline, reason }) => `${pipeline}: left out, because ${reason}\n`),
    isNoted ? NOTE : '',
  ]
  return [
    `${pass}${where}: ${printableLine(summary)}\n`,
    ...pipelines.map((one) => `\n${pipelineGainText(one, isAll)}`),
    ...(last.join('') === '' ? [] : ['\n', ...last]),
  ].join('')
}
