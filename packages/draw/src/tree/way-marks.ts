/*
 * The way of a call in an icicle: a frame around each box that contains the number of the call, and arrows above and
 * below its column. The arrows show a column of only a few pixels.
 */
import type { Rectangle as Place } from '../chart/swatch.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { fixed } from '../svg/fixed.ts'
import { frame } from '../way/frame.ts'
import type { IcicleBox } from './icicle.ts'

/** Whether the way of the call `nr` leads through `box`; false without a call. */
export const isOnWay = ({ lo, hi }: Pick<IcicleBox, 'lo' | 'hi'>, nr: number | undefined): boolean =>
  nr !== undefined && lo <= nr && nr <= hi

const HALF = 5
const HEIGHT = 7

/** An arrow with its tip at `(x, y)`; with `up` it points up. */
function arrow(x: number, y: number, up: boolean): SvgElement {
  const base = up ? y + HEIGHT : y - HEIGHT
  return el('path', {
    class: 'accent way',
    d: `M${fixed(x)} ${fixed(y)}L${fixed(x - HALF)} ${fixed(base)}L${fixed(x + HALF)} ${fixed(base)}Z`,
  })
}

/** The marks of a way through `placed`, the boxes from the root to the end. */
export function wayElements(
  placed: readonly { readonly box: IcicleBox; readonly place: Place }[],
): readonly SvgElement[] {
  const first = placed[0]
  const end = placed.at(-1)
  if (first === undefined || end === undefined) return []
  const x = end.place.x + end.place.width / 2
  return [
    ...placed.map(({ place }) => frame(place)),
    arrow(x, first.place.y - 2, false),
    arrow(x, end.place.y + end.place.height + 3, true),
  ]
}
