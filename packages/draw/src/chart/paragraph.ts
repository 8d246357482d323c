/* Text in lines. SVG does not wrap text, so words are placed into lines by their estimated width. */
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { fitted, textWidth } from '../svg/text-width.ts'

const SIZE = 12
/** The distance between two lines, in pixels. */
const LINE = 17

/** The share of a line that is filled. Some fonts are wider than the estimate, and no line may leave the picture. */
const FILLED = 0.9

/** `words` in lines of at most `room` pixels; a wider word is cut. */
export function wrapped(words: readonly string[], room: number, size: number = SIZE): readonly string[] {
  const width = room * FILLED
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(fitted(word, width, size) ?? '')
  }
  return lines
}

/** The first of `items` as words, each followed by a comma, and the number of the others. */
export function listed(items: readonly string[], most: number): readonly string[] {
  const more = items.length - most
  const shown = items.slice(0, most).map((item, i) => (i === items.length - 1 ? item : `${item},`))
  return more > 0 ? [...shown, `… ${more} more`] : shown
}

/** Lines of text, and their height. */
export interface Paragraph {
  readonly element: SvgElement
  readonly height: number
}

/** `lines` below each other, the first at `y`. */
export function paragraph(lines: readonly string[], x: number, y: number, className?: string): Paragraph {
  const parts = lines.map((line, i) =>
    el('text', { class: className, x, y: y + 12 + i * LINE, 'font-size': SIZE }, line),
  )
  return { element: el('g', {}, ...parts), height: lines.length * LINE }
}
