import type { SvgAttributes, SvgElement } from '../svg/element.ts'
import { el } from '../svg/element.ts'
import { hasPattern } from '../picture/theme.ts'
import { toneClass, tonePattern } from '../picture/tone.ts'
import type { Tone } from '../picture/tone.ts'

/** A rectangle in pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The least width of a rectangle on which a pattern is visible. */
const SHOWS_PATTERN = 5

/** A rectangle in the colour and the pattern of `tone`. `title` is the text on hovering. */
export function swatch(
  box: Rectangle,
  tone: Tone,
  title?: string,
  attributes: SvgAttributes = {},
): SvgElement {
  const { x, y, width, height } = box
  const name = title === undefined ? [] : [el('title', {}, title)]
  const ground = { class: toneClass(tone), x, y, width, height, ...attributes }
  if (!hasPattern(tone) || width < SHOWS_PATTERN || height < SHOWS_PATTERN) return el('rect', ground, ...name)
  return el(
    'g',
    {},
    ...name,
    el('rect', ground),
    el('rect', { x, y, width, height, rx: attributes.rx, fill: { ref: tonePattern(tone) } }),
  )
}
