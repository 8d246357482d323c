import type { PictureOptions } from '../picture.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { fitted, textWidth } from '../svg/text-width.ts'

/** What a picture of one filter takes. */
export interface FilterPictureOptions extends PictureOptions {
  /** The name of the filter, which begins the title that the picture has by default: `docker.json`. */
  readonly filter?: string | undefined
}

/** `fact` behind the name of the filter. */
export const titled = ({ filter }: FilterPictureOptions, fact: string): string =>
  filter === undefined ? fact : `${filter}: ${fact}`

const SIZE = 16

/** The width of a picture of at least `least` pixels that has room for `title`, as far as `most` pixels go. */
export const widthFor = (title: string, least: number, most: number): number =>
  Math.max(least, Math.min(most, textWidth(title, SIZE, 'bold') + 40))

/** The heading of a picture from `x` on, cut at `width` pixels. */
export function heading(title: string, x: number, width: number): SvgElement {
  return el('text', { class: 'head', x, y: 30 }, fitted(title, width, SIZE, 'bold') ?? '')
}
