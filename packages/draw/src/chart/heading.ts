import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { fitted } from '../svg/text-width.ts'

const SIZE = 16

/** The heading of a picture from `x` on, cut at `width` pixels. */
export function heading(title: string, x: number, width: number): SvgElement {
  return el('text', { class: 'head', x, y: 30 }, fitted(title, width, SIZE) ?? '')
}
