import type { Names } from '../picture/names.ts'
import type { PictureOptions } from '../picture/picture.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { fitted, textWidth } from '../svg/text-width.ts'

/** The options of a picture of one filter. */
export interface FilterPictureOptions extends PictureOptions {
  /** The name of the filter, which begins the default title of the picture: `docker.json`. */
  readonly filter?: string | undefined
  readonly names?: Names | undefined
}

/** `fact` after the name of the filter. */
export const titled = ({ filter }: FilterPictureOptions, fact: string): string =>
  filter === undefined ? fact : `${filter}: ${fact}`

const SIZE = 16

/** The first of `facts` that has room as a heading, after the name of the filter; the last one if none has. */
export function fittedHeading(
  options: FilterPictureOptions,
  facts: readonly [string, ...string[]],
  room: number,
): string {
  const all = facts.map((fact) => titled(options, fact))
  return all.find((text) => textWidth(text, SIZE, 'bold') <= room) ?? all.at(-1)!
}

/** The largest width in pixels that a picture grows to for a text; a longer text is cut. */
const MOST_FOR_TEXT = 1100

/**
 * The width of a picture of at least `least` pixels with room for a text of `wide` pixels; a very long text is cut.
 */
export const widthForText = (wide: number, least: number): number =>
  Math.max(least, Math.min(MOST_FOR_TEXT, wide + 40))

/**
 * The width of a picture of at least `least` pixels with room for the heading `title`; a very long heading is cut.
 */
export const widthFor = (title: string, least: number): number =>
  widthForText(textWidth(title, SIZE, 'bold'), least)

/** The heading of a picture from `x` on, cut at `width` pixels. */
export function heading(title: string, x: number, width: number): SvgElement {
  return el('text', { class: 'head', x, y: 30 }, fitted(title, width, SIZE, 'bold') ?? '')
}
