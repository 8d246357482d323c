/*
 * The judge: in which rows another tool has the better figure.
 *
 * A goal promises one figure, and is judged by it: `smallest` the fewest instructions, `speed` the fewest that allowed calls
 * execute. The other figures are shown, and lose no row.
 */
import type { GoalName } from '@seccompile/compiler'
import type { PeerFigures } from './figures.ts'
import type { PeerRow } from './peer-row.ts'

/** A figure of the filters of one goal. */
export interface Criterion {
  readonly goal: GoalName
  readonly figure: keyof PeerFigures
  /** What the figure is, in a table. */
  readonly title: string
  /** Whether the goal promises the figure, so that a row is lost where another tool has a better one. */
  readonly isPromised: boolean
}

/** The figures that are compared. */
export const CRITERIA: readonly Criterion[] = [
  { goal: 'smallest', figure: 'insns', title: 'instructions', isPromised: true },
  { goal: 'size', figure: 'insns', title: 'instructions', isPromised: false },
  { goal: 'speed', figure: 'lists', title: 'executed, argument lists', isPromised: true },
  { goal: 'speed', figure: 'zeros', title: 'executed, arguments 0', isPromised: false },
  { goal: 'speed', figure: 'worstList', title: 'executed, worst argument list', isPromised: false },
  { goal: 'speed', figure: 'longest', title: 'longest path of all calls', isPromised: false },
  { goal: 'speed', figure: 'refused', title: 'executed, refused calls', isPromised: false },
  { goal: 'speed', figure: 'x32', title: 'executed, argument lists of x32', isPromised: false },
]

/** A figure in which another tool is better. */
export interface PeerLoss extends Criterion {
  readonly kind: string
  readonly subject: string
  readonly peer: string
  /** Absent where we have no filter for the policy. */
  readonly own?: number
  readonly other: number
}

/** Means that differ by less are the same. */
const EPSILON = 1e-9

/** The figure of `criterion` in `row`, ours and the other; `undefined` where one of both tools has none. */
export function compared(
  { own, other }: PeerRow,
  { goal, figure }: Criterion,
): { readonly own: number; readonly other: number } | undefined {
  const mine = own.find((filter) => filter.goal === goal)
  if (mine?.kind !== 'measured' || other.kind !== 'same') return undefined
  const [a, b] = [mine.figures[figure], other.figures[figure]]
  return a === undefined || b === undefined ? undefined : { own: a, other: b }
}

/** The figures of `row` in which the other tool is better; all of them where we have no filter. */
export function lossesOf(row: PeerRow): readonly PeerLoss[] {
  const { kind, subject, peer, own, other } = row
  if (other.kind !== 'same') return []
  return CRITERIA.flatMap((criterion): readonly PeerLoss[] => {
    const figures = compared(row, criterion)
    const names = { ...criterion, kind, subject, peer }
    if (figures !== undefined) return figures.own > figures.other + EPSILON ? [{ ...names, ...figures }] : []
    const theirs = other.figures[criterion.figure]
    const isWithout = own.every((filter) => filter.goal !== criterion.goal || filter.kind === 'none')
    return isWithout && theirs !== undefined ? [{ ...names, other: theirs }] : []
  })
}
