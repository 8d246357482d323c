import { expectList, expectObject } from '@seccompile/shape'
import { contentHash } from '../svg/content-hash.ts'
import { el, referenced, serialize } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { patternOf, ROOT_CLASS, STYLE, THEMES } from './theme.ts'
import type { Theme } from './theme.ts'
import { tonePattern, TONES } from './tone.ts'

/** The options of every kind of picture. */
export interface PictureOptions {
  /**
   * The prefix of each id: a letter, then letters, digits, `-` and `_`. By default it is derived from the content.
   */
  readonly id?: string | undefined
  /** The colours; `auto` by default. */
  readonly theme?: Theme | undefined
  /** The heading; each kind has a default. */
  readonly title?: string | undefined
}

/** A picture as data. */
export interface Picture {
  /** The title, which a screen reader reads first. */
  readonly title: string
  /** The content of the picture in a sentence or two, for a reader who does not see it. */
  readonly description: string
  /** The width in pixels. */
  readonly width: number
  readonly height: number
  readonly body: readonly SvgElement[]
  /** Definitions besides the patterns of tones; a pattern is added if a shape uses it. */
  readonly defs?: readonly SvgElement[]
}

const TITLE = 'title'
const DESCRIPTION = 'desc'

/**
 * `picture` as the text of an SVG file; the same input always gives the same text.
 * @throws TypeError for an unknown theme or a malformed id
 */
export function render(picture: Picture, options: PictureOptions = {}): string {
  expectObject(picture, 'picture', 'title', 'width', 'height', 'body')
  expectObject(options, 'options')
  expectList(picture.body, 'picture.body')
  const { title, description, width, height, body, defs = [] } = picture
  const theme = options.theme ?? 'auto'
  if (!THEMES.includes(theme)) throw new TypeError(`theme: expected ${THEMES.join(', ')}; got "${theme}"`)
  if (options.id !== undefined && !/^[A-Za-z][\w-]*$/.test(options.id))
    throw new TypeError(`id: expected a letter, and then letters, digits, "-" and "_"; got "${options.id}"`)
  const named = referenced([...body, ...defs])
  const patterns = TONES.filter((tone) => named.has(tonePattern(tone))).map(patternOf)
  const root = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      class: ROOT_CLASS,
      'data-theme': theme,
      role: 'img',
      'aria-labelledby': { id: `${TITLE} ${DESCRIPTION}` },
    },
    el('title', { id: { id: TITLE } }, title),
    el('desc', { id: { id: DESCRIPTION } }, description),
    el('style', {}, ...STYLE),
    ...(patterns.length + defs.length === 0 ? [] : [el('defs', {}, ...patterns, ...defs)]),
    el('rect', { class: 'ground', width: Math.ceil(width), height: Math.ceil(height) }),
    ...body,
  )
  const prefix = options.id ?? `sd${contentHash(serialize(root))}`
  return `${serialize(root, `${prefix}-`)}\n`
}
