/*
 * The boxes of an icicle: a row for each depth, a box for a run of numbers that share a node at that depth.
 *
 * A test for equality takes one number out and keeps the numbers on both sides. So its `else` is drawn twice, left and
 * right of the number. A box is as wide as its columns together, and at least as wide as its mark. Where the boxes below a
 * test have no room for their marks, one box stands for all of them: `12 more`. So no box is without text, and the number
 * of boxes is bounded by the width of the picture.
 *
 * A chain of tests that no number leaves, such as those of a list for the numbers of x32, is one box.
 *
 * Boxes are made from the top down and only where they are drawn: an icicle of a list of a thousand tests would have half a
 * million.
 */
import type { Decision } from '@seccompile/decision'
import type { Column } from './columns.ts'

/** A box of an icicle. */
export interface IcicleBox {
  /** A test, the end of a way, or a box that stands for all boxes below a test. */
  readonly kind: 'test' | 'end' | 'more'
  /** The node of the box; for `more`, the first node that the box hides. */
  readonly node: Decision
  readonly lo: number
  readonly hi: number
  readonly row: number
  /** The tests before the box. */
  readonly depth: number
  /** The tests in the box; 0 for an end. */
  readonly tests: number
  /** The left and the right edge in pixels. */
  readonly from: number
  readonly to: number
  /** The columns in the box. */
  readonly columns: number
}

/** The columns of an icicle, and the room for it. */
export interface IcicleRoom {
  readonly columns: readonly Column[]
  /** The width of each column, in any unit. */
  readonly widths: readonly number[]
  /** The width of the icicle in pixels. */
  readonly width: number
  /** The least width in pixels of a box with this node at its top. */
  readonly least: (node: Decision) => number
  /** Most rows. */
  readonly rows: number
}

const nodeAt = ({ tests, end }: Column, depth: number): Decision => tests[depth] ?? end

/** A run of columns, from the first to the last. */
interface BoxRun {
  readonly first: number
  readonly last: number
}

/** The runs of neighbouring columns between `first` and `last` that share a node at `depth`. */
function runsAt(columns: readonly Column[], { first, last }: BoxRun, depth: number): readonly BoxRun[] {
  const found: BoxRun[] = []
  for (let from = first; from <= last;) {
    const node = nodeAt(columns[from]!, depth)
    let to = from
    while (to < last && nodeAt(columns[to + 1]!, depth) === node) to += 1
    found.push({ first: from, last: to })
    from = to + 1
  }
  return found
}

/**
 * The room of each part: in proportion to its share, and at least its least width. The least widths fit into `room`
 * together.
 */
export function divided(
  shares: readonly number[],
  leasts: readonly number[],
  room: number,
): readonly number[] {
  const atLeast = new Set<number>()
  for (;;) {
    const rest = room - leasts.reduce((sum, least, i) => (atLeast.has(i) ? sum + least : sum), 0)
    const share = shares.reduce((sum, one, i) => (atLeast.has(i) ? sum : sum + one), 0)
    const size = (i: number): number => (atLeast.has(i) ? leasts[i]! : (shares[i]! / share) * rest)
    const narrow = shares.findIndex((_, i) => !atLeast.has(i) && size(i) < leasts[i]!)
    if (narrow === -1) return shares.map((_, i) => size(i))
    atLeast.add(narrow)
  }
}

/** The boxes of an icicle, row by row. */
export function icicle({ columns, widths, width, least, rows }: IcicleRoom): readonly IcicleBox[] {
  const boxes: IcicleBox[] = []
  const until: number[] = [0] // the width of all columns before one
  for (const each of widths) until.push(until.at(-1)! + each)
  const shareOf = ({ first, last }: BoxRun): number => until[last + 1]! - until[first]!
  /** Whether all columns of a run are still together at `depth`, and that is no end. */
  const isChained = ({ first, last }: BoxRun, depth: number): boolean => {
    const node = columns[first]!.tests[depth]
    if (node === undefined) return false
    for (let i = first + 1; i <= last; i += 1) if (columns[i]!.tests[depth] !== node) return false
    return true
  }
  const place = (run: BoxRun, row: number, depth: number, from: number, to: number): void => {
    const put = (kind: IcicleBox['kind'], at: number, before: number, tests: number): void => {
      const { lo } = columns[run.first]!
      const node = nodeAt(columns[run.first]!, before)
      boxes.push({ kind, node, lo, hi: columns[run.last]!.hi, row: at, depth: before, tests, from, to, columns: run.last - run.first + 1 })
    } // prettier-ignore
    if (columns[run.first]!.tests.length <= depth) {
      put('end', row, depth, 0)
      return
    }
    let next = depth + 1
    while (isChained(run, next)) next += 1
    put('test', row, depth, next - depth)
    const below = runsAt(columns, run, next)
    const leasts = below.map(({ first }) => least(nodeAt(columns[first]!, next)))
    const isTooDeep = row + 2 >= rows && below.some(({ first }) => columns[first]!.tests.length > next)
    if (isTooDeep || leasts.reduce((sum, one) => sum + one, 0) > to - from) {
      put('more', row + 1, next, 0)
      return
    }
    let left = from
    for (const [i, room] of divided(below.map(shareOf), leasts, to - from).entries()) {
      place(below[i]!, row + 1, next, left, left + room)
      left += room
    }
  }
  if (columns.length > 0)
    for (const run of runsAt(columns, { first: 0, last: columns.length - 1 }, 0)) place(run, 0, 0, 0, width) // one node is the root
  return boxes.toSorted((a, b) => a.row - b.row || a.from - b.from)
}
