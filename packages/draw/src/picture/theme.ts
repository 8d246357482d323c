/*
 * The one style of all pictures: colours as variables, for light and for dark.
 *
 * A style in a picture that is part of a page applies to the whole page. So every rule begins with the class of the
 * root of a picture, and all pictures have the same style. A declaration with a variable follows one without: a
 * viewer without variables takes the first.
 */
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { onToneClass, toneClass, tonePattern, TONES } from './tone.ts'
import type { Tone } from './tone.ts'

/** The class of the root of a picture. */
export const ROOT_CLASS = 'seccompile-draw'

/**
 * The colours of a picture: `auto` follows the system of the reader, `light`, `dark`, or `page`, which is dark inside
 * an element with the class `dark`.
 */
export type Theme = 'auto' | 'light' | 'dark' | 'page'

/** The themes. */
export const THEMES: readonly Theme[] = Object.freeze(['auto', 'light', 'dark', 'page'] as const)

/** A variable, in light and in dark. */
type ColourPair = readonly [light: string, dark: string]

const PLAIN = {
  ground: ['#ffffff', '#14181e'],
  panel: ['#f3f5f8', '#1d232c'],
  text: ['#1d2430', '#e3e7ed'],
  dim: ['#56606d', '#a6b0bd'],
  line: ['#c9d0d9', '#3d4652'],
  node: ['#e7ebf0', '#2a323d'],
  yes: ['#0b57b0', '#86bbff'],
  no: ['#8a4b00', '#f0bf68'],
  accent: ['#7a1fa2', '#d9a3f0'],
  series0: ['#00795a', '#2ecc9a'],
  series1: ['#0072b2', '#56a8e8'],
  series2: ['#c24f00', '#ff8a3d'],
  series3: ['#a03f83', '#e08cc6'],
  series4: ['#6b7078', '#9aa1ab'],
  series5: ['#8a6800', '#e0b93a'],
} as const satisfies Record<string, ColourPair>

/** The fill of a tone, and the text on it. */
const FILLS: Readonly<Record<Tone, readonly [fill: ColourPair, on: ColourPair]>> = {
  ALLOW: [['#a6d8f5', '#1f5a80'], ['#0c2c40', '#ffffff']],
  LOG: [['#c5e8dc', '#2f7f6b'], ['#0b3328', '#ffffff']],
  TRACE: [['#f3e96b', '#6f670c'], ['#322e00', '#ffffff']],
  USER_NOTIF: [['#4fbf9a', '#16785a'], ['#00281b', '#ffffff']],
  DEPENDS: [['#d8c7ef', '#6b50a5'], ['#231038', '#ffffff']],
  ERRNO: [['#eca63a', '#c98200'], ['#332000', '#241600']],
  TRAP: [['#c777a6', '#a0437a'], ['#2d0a1f', '#ffffff']],
  KILL_THREAD: [['#c2500f', '#e06a2c'], ['#ffffff', '#2a0e00']],
  KILL_PROCESS: [['#7a1b0c', '#ffb3a0'], ['#ffffff', '#3a0a00']],
  UNKNOWN: [['#5a6472', '#8d97a5'], ['#ffffff', '#10141a']],
} // prettier-ignore

/** The colours of tones on white, for languages without variables. */
export const TONE_COLOURS: Readonly<Record<Tone, { readonly fill: string; readonly text: string }>> =
  Object.freeze(
    Object.fromEntries(TONES.map((tone) => [tone, { fill: FILLS[tone][0][0], text: FILLS[tone][1][0] }])),
  ) as Readonly<Record<Tone, { readonly fill: string; readonly text: string }>> // one entry for each of TONES

const variables: readonly (readonly [name: string, colours: ColourPair])[] = [
  ...Object.entries<ColourPair>(PLAIN),
  ...TONES.flatMap((tone): readonly (readonly [string, ColourPair])[] => [
    [toneClass(tone), FILLS[tone][0]],
    [onToneClass(tone), FILLS[tone][1]],
  ]),
]

const set = (which: 0 | 1): string =>
  variables.map(([name, colours]) => `--${name}:${colours[which]}`).join(';')
const rule = (selector: string, declarations: string): string => `.${ROOT_CLASS}${selector}{${declarations}}`
const use = (property: string, name: string, light: string): string =>
  `${property}:${light};${property}:var(--${name})`
const plain = (property: string, name: keyof typeof PLAIN): string => use(property, name, PLAIN[name][0])

/** The colours of lines of a chart, in order; after Okabe and Ito, of like contrast on light and on dark. */
export const SERIES: readonly SeriesName[] = Object.freeze([
  'series0',
  'series1',
  'series2',
  'series3',
  'series4',
  'series5',
] as const)

/** The name of a colour of lines. */
export type SeriesName = 'series0' | 'series1' | 'series2' | 'series3' | 'series4' | 'series5'

/** The rules of the style of every picture. */
export const STYLE: readonly string[] = Object.freeze([
  rule('', `${set(0)};max-width:100%;height:auto;font-family:system-ui,"Segoe UI","Liberation Sans",sans-serif;font-size:12px`),
  rule('[data-theme=dark]', set(1)),
  `.dark ${rule('[data-theme=page]', set(1))}`,
  `@media screen and (prefers-color-scheme:dark){${rule('[data-theme=auto]', set(1))}}`,
  rule(' .ground', plain('fill', 'ground')),
  rule(' .panel', plain('fill', 'panel')),
  rule(' .node', `${plain('fill', 'node')};${plain('stroke', 'line')}`),
  rule(' text', plain('fill', 'text')),
  rule(' .dim', plain('fill', 'dim')),
  rule(' .head', 'font-size:16px;font-weight:600'),
  rule(' .code', 'font-family:ui-monospace,"DejaVu Sans Mono","Liberation Mono",monospace;white-space:pre'),
  rule(' .line', `fill:none;${plain('stroke', 'line')}`),
  rule(' .edge', `fill:none;${plain('stroke', 'dim')}`),
  rule(' .yes', `fill:none;${plain('stroke', 'yes')}`),
  rule(' .no', `fill:none;${plain('stroke', 'no')}`),
  rule(' .yes-fill', plain('fill', 'yes')),
  rule(' .no-fill', plain('fill', 'no')),
  rule(' .accent', plain('fill', 'accent')),
  rule(' .accent-line', `fill:none;${plain('stroke', 'accent')}`),
  rule(' .cap', plain('fill', 'text')),
  ...SERIES.flatMap((name) => [
    rule(` .${name}`, plain('fill', name)),
    rule(` .${name}-line`, `fill:none;${plain('stroke', name)}`),
  ]),
  rule(' .halo', `paint-order:stroke;stroke-width:3px;${plain('stroke', 'ground')}`),
  ...TONES.flatMap((tone) => [
    rule(` .${toneClass(tone)}`, use('fill', toneClass(tone), FILLS[tone][0][0])),
    rule(` .${onToneClass(tone)}`, use('fill', onToneClass(tone), FILLS[tone][1][0])),
    rule(` .s-${onToneClass(tone)}`, `fill:none;${use('stroke', onToneClass(tone), FILLS[tone][1][0])}`),
  ]),
]) // prettier-ignore

/** The style of every picture, for a page that holds it once, and has pictures without their own `style` element. */
export const pictureStyle: string = STYLE.join('')

/** The lines of the pattern of a tone in a square of 8 pixels; empty for allowed calls. */
const PATTERNS: Readonly<Record<Tone, string>> = {
  ALLOW: '',
  LOG: 'M1 2h2M5 6h2',
  TRACE: 'M0 4h8',
  USER_NOTIF: 'M0 4h8M4 0v8',
  DEPENDS: 'M1 1h1M5 5h1',
  ERRNO: 'M-2 2l4-4M0 8l8-8M6 10l4-4',
  TRAP: 'M4 0v8',
  KILL_THREAD: 'M-2 6l4 4M0 0l8 8M6-2l4 4',
  KILL_PROCESS: 'M0 0l8 8M0 8l8-8',
  UNKNOWN: 'M0 2h8M0 6h8',
}

/** Whether shapes of `tone` have a pattern. */
export const hasPattern = (tone: Tone): boolean => PATTERNS[tone] !== ''

/** The pattern of `tone`, for the `defs` of a picture. */
export function patternOf(tone: Tone): SvgElement {
  return el(
    'pattern',
    { id: { id: tonePattern(tone) }, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
    el('path', { d: PATTERNS[tone], class: `s-${onToneClass(tone)}`, 'stroke-width': 1.2, opacity: '0.35' }),
  )
}
