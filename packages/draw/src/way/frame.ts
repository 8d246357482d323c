/* A thick frame around a box on a way. */
import type { Rectangle } from '../chart/swatch.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { fixed } from '../svg/fixed.ts'

const THICK = 3
/** The width of a line in the colour of the ground, which separates the frame from a dark fill. */
const GAP = 1.2
/**
 * The least width of a box with its frame inside. A narrower box has its frame outside, so that the frame hides no
 * text.
 */
const NARROW = 24
const OUTSIDE = 2

/** The area between a box that is `outer` pixels smaller on each side and one that is `inner` pixels smaller. */
function ring({ x, y, width, height }: Rectangle, outer: number, inner: number): string {
  const corners = (inset: number): readonly string[] => {
    const [left, top] = [fixed(x + inset), fixed(y + inset)]
    const right = fixed(Math.max(x + inset, x + width - inset))
    const bottom = fixed(Math.max(y + inset, y + height - inset))
    return [`${left} ${top}`, `${right} ${top}`, `${right} ${bottom}`, `${left} ${bottom}`]
  }
  const [a, b, c, d] = corners(outer)
  const [p, q, r, s] = corners(inner)
  // The inner box runs in the opposite direction, so it is a hole.
  return `M${a}L${b}L${c}L${d}ZM${p}L${s}L${r}L${q}Z`
}

/** The frame of `box`. */
export function frame(box: Rectangle): SvgElement {
  const outer = Math.min(box.width, box.height) < NARROW - 2 ? -OUTSIDE : 0
  return el(
    'g',
    { class: 'way' },
    el('path', { class: 'ground', d: ring(box, outer, outer + THICK + GAP) }),
    el('path', { class: 'accent', d: ring(box, outer, outer + THICK) }),
  )
}
