import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'

/** The head of an arrow, for the `defs` of a picture: `size` times as large as its line is thick, and of the class `fill`. */
export function arrowHead(id: string, fill: string, size: number): SvgElement {
  return el(
    'marker',
    {
      id: { id },
      viewBox: '0 0 8 8',
      refX: 7,
      refY: 4,
      markerWidth: size,
      markerHeight: size,
      orient: 'auto',
    },
    el('path', { class: fill, d: 'M0 0.5L8 4L0 7.5Z' }),
  )
}
