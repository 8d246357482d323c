/*
 * Figures from the results of the clock: means over sequences, and the time beyond a bare `ret` of our filter and of
 * libseccomp's tree.
 */
import { OURS, TREE } from './clock-filters.ts'
import type { PlayedCost } from './clock-jumps.ts'
import type { ClockPolicy } from './clock-result.ts'
import type { ClockRow } from './clock-sittings.ts'

/** A group of sequences under one set of conditions, whose figures are one column. */
export interface SummaryColumn {
  readonly title: string
  readonly isIn: (row: Pick<ClockRow, 'bitmap' | 'work' | 'sequence' | 'kind'>) => boolean
}

const replayed = (title: string, bitmap: boolean, work: ClockRow['work']): SummaryColumn => ({
  title,
  isIn: (row) => row.kind === 'replay' && row.bitmap === bitmap && row.work === work,
})

const drawn = (title: string, bitmap: boolean, sequence: string): SummaryColumn => ({
  title,
  isIn: (row) => row.kind === 'draw' && row.bitmap === bitmap && row.sequence === sequence,
})

/** The columns of targets, summary and chart. All but `cached` have the bitmap defeated. */
export const KEY_COLUMNS: Readonly<
  Record<'program' | 'words' | 'jumps' | 'draws' | 'cached', SummaryColumn>
> = {
  program: replayed('replays, as by a program', false, 'program'),
  words: replayed('replays, calls from one place', false, 'words'),
  jumps: replayed('replays, random jumps between', false, 'jumps'),
  draws: drawn('allowed, alike', false, 'allowed, alike'),
  cached: replayed('replays, as by a program', true, 'program'),
}

/** Replays whose calls follow one another without work between. */
export const ALONE: SummaryColumn = replayed('replays alone', false, 'none')

/** The columns with the bitmap defeated. */
export const DEFEATED: readonly SummaryColumn[] = [
  KEY_COLUMNS.program,
  KEY_COLUMNS.words,
  KEY_COLUMNS.jumps,
  ALONE,
  KEY_COLUMNS.draws,
  drawn('allowed, by frequency', false, 'allowed, by frequency'),
  drawn('refused, alike', false, 'refused, alike'),
  drawn('never cached, alike', false, 'never cached, alike'),
]

/** The columns with the bitmap. */
export const WITH_BITMAP: readonly SummaryColumn[] = [
  KEY_COLUMNS.cached,
  drawn('allowed, alike', true, 'allowed, alike'),
  drawn('allowed, by frequency', true, 'allowed, by frequency'),
  drawn('refused, alike', true, 'refused, alike'),
  drawn('never cached, alike', true, 'never cached, alike'),
]

/** The columns that `policy` has figures for, with these figures. */
export function columnsOf(
  { rows }: ClockPolicy,
  columns: readonly SummaryColumn[],
): readonly SummaryColumn[] {
  return columns.filter(({ isIn }) => rows.some(isIn))
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

/** The mean cost of recorded calls under a filter, over the sequences. */
export function playedOf({ played }: ClockPolicy, filter: string): PlayedCost {
  const mine = played.filter((one) => one.filter === filter)
  return {
    executed: mean(mine.map(({ executed }) => executed)),
    mispredictable: mean(mine.map(({ mispredictable }) => mispredictable)),
  }
}

/** Nanoseconds a call beyond `ret`, on average over the sequences of a column. */
export function overOf({ rows }: ClockPolicy, { isIn }: SummaryColumn, filter: string): number {
  return mean(rows.filter((row) => row.filter === filter && isIn(row)).map(({ over }) => over))
}

/** The floor of a column: the time under `ret`, the share of calls that run the filter, and the noise. */
export function floorOf(
  { floors }: ClockPolicy,
  { isIn }: SummaryColumn,
): { readonly ret: number; readonly runs: number; readonly apart: number } {
  const mine = floors.filter(isIn)
  return {
    ret: mean(mine.map(({ ret }) => ret)),
    runs: mean(mine.map(({ runs }) => runs)),
    apart: Math.max(...mine.flatMap(({ apart }) => [apart.ret, apart.ours])),
  }
}

/** The noise must be less than this share of the denominator of a ratio; otherwise the ratio is not known. */
const MOST_NOISE = 1 / 8

/**
 * Our distance from `ret` divided by that of libseccomp's tree. `undefined` where two measurements of one filter are
 * apart by an eighth of the tree's distance, or more.
 */
export function ratioOf(policy: ClockPolicy, column: SummaryColumn): number | undefined {
  const tree = overOf(policy, column, TREE)
  return floorOf(policy, column).apart < MOST_NOISE * tree ? overOf(policy, column, OURS) / tree : undefined
}
