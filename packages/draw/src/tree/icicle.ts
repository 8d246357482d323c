/*
 * The boxes of an icicle: a row for each depth, a box for a run of numbers that share a node at that depth.
 *
 * A test for equality takes one number out and keeps the numbers on both sides. So its `else` is drawn twice, left
 * and right of the number. d3-hierarchy gives boxes their places: a box is as wide as its columns together.
 *
 * If rows are too low for text, a chain of tests that no number leaves becomes one box. An icicle of a list of a
 * thousand tests then has some thousand boxes, not a million: below a box there are at least two boxes, or one end.
 */
import { hierarchy, partition } from 'd3-hierarchy'
import type { Decision } from '@seccompile/decision'
import type { Column } from './columns.ts'

/** The part of a box that does not depend on its place. */
interface IciclePart {
  /** The first node of the box. */
  readonly node: Decision
  readonly lo: number
  readonly hi: number
  /** The row of the first node, and the number of rows of the box. */
  readonly row: number
  readonly rows: number
  readonly width: number
  readonly children: readonly IciclePart[]
}

/** A box of an icicle: `from` and `to` are shares of the whole width. */
export interface IcicleBox extends Omit<IciclePart, 'width' | 'children'> {
  readonly from: number
  readonly to: number
  readonly isEnd: boolean
}

const nodeAt = ({ tests, end }: Column, depth: number): Decision => tests[depth] ?? end

/** The columns of an icicle. */
interface ColumnLine {
  readonly columns: readonly Column[]
  readonly widths: readonly number[]
  /** Whether tests that no number leaves become one box. */
  readonly joins: boolean
}

/** The end of the run of columns from `from` on that share a node at `depth`; at most `last`. */
function runEnd({ columns }: ColumnLine, from: number, last: number, depth: number): number {
  const node = nodeAt(columns[from]!, depth)
  let to = from
  while (to < last && nodeAt(columns[to + 1]!, depth) === node) to += 1
  return to
}

function parts(line: ColumnLine, first: number, last: number, row: number): readonly IciclePart[] {
  const { columns, widths, joins } = line
  const found: IciclePart[] = []
  for (let from = first; from <= last;) {
    const to = runEnd(line, from, last, row)
    const { lo, tests } = columns[from]!
    const isEnd = tests.length <= row
    let next = row + 1
    if (!isEnd && joins) while (tests.length > next && runEnd(line, from, to, next) === to) next += 1
    found.push({
      node: nodeAt(columns[from]!, row),
      lo,
      hi: columns[to]!.hi,
      row,
      rows: next - row,
      width: isEnd ? widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0) : 0,
      children: isEnd ? [] : parts(line, from, to, next),
    })
    from = to + 1
  }
  return found
}

/**
 * The boxes of an icicle of `columns`, row by row.
 * @param widths - the width of each column, in any unit
 * @param joins - whether a chain of tests that no number leaves becomes one box
 */
export function icicle(
  columns: readonly Column[],
  widths: readonly number[],
  joins: boolean,
): readonly IcicleBox[] {
  const [root] = parts({ columns, widths, joins }, 0, columns.length - 1, 0) // all columns begin at one node
  if (root === undefined) return []
  const tree = hierarchy<IciclePart>(root, ({ children }) => children).sum(({ width }) => width)
  return partition<IciclePart>()
    .size([1, 1])(tree)
    .descendants()
    .map(({ data, x0, x1 }) => ({
      node: data.node,
      lo: data.lo,
      hi: data.hi,
      row: data.row,
      rows: data.rows,
      from: x0,
      to: x1,
      isEnd: data.children.length === 0,
    }))
    .toSorted((a, b) => a.row - b.row || a.from - b.from)
}
