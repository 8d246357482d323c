/*
 * The one style of all pictures: colours as variables, for light and for dark.
 *
 * A style in a picture that is part of a page applies to the whole page. So every rule begins with the class of the
 * root of a picture, and all pictures have the same style. A declaration with a variable follows one without: a
 * viewer without variables takes the first.
 */
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { onToneClass, toneClass, toneLetter, tonePattern, TONES } from './tone.ts'
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

/**
 * The fill of a tone, and the text on it: the one table of colours of verdicts. Green runs, amber fails, red kills, violet is
 * handed to another process or to a handler, blue depends on arguments; a logged call is cyan. Reports and the site read it
 * as {@link toneVariables}, and a test holds the colours of the command on a terminal against it.
 */
const FILLS: Readonly<Record<Tone, readonly [fill: ColourPair, on: ColourPair]>> = {
  ALLOW: [['#a0dcb2', '#18713f'], ['#06301d', '#ffffff']],
  LOG: [['#bfe8ee', '#1d6a78'], ['#06323a', '#ffffff']],
  TRACE: [['#e6c9ee', '#7d4a93'], ['#33103f', '#ffffff']],
  USER_NOTIF: [['#c99bdb', '#8f4fae'], ['#2d0a38', '#ffffff']],
  DEPENDS: [['#c3d7f2', '#3d63a0'], ['#0d2445', '#ffffff']],
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

/** A colour by the name of its variable. */
type NamedColour = readonly [name: string, colours: ColourPair]

const toneColours: readonly NamedColour[] = TONES.flatMap((tone): readonly NamedColour[] => [
  [toneClass(tone), FILLS[tone][0]],
  [onToneClass(tone), FILLS[tone][1]],
])
const variables: readonly NamedColour[] = [...Object.entries<ColourPair>(PLAIN), ...toneColours]

const declarations = (all: typeof variables, which: 0 | 1): string =>
  all.map(([name, colours]) => `--${name}:${colours[which]}`).join(';')

/** The colours of verdicts as declarations of CSS variables, for a page on a light and on a dark ground. */
export const toneVariables: { readonly light: string; readonly dark: string } = Object.freeze({
  light: declarations(toneColours, 0),
  dark: declarations(toneColours, 1),
})

/** The class of each tone. */
export const toneClasses: Readonly<Record<Tone, string>> = Object.freeze(
  Object.fromEntries(TONES.map((tone) => [tone, toneClass(tone)])),
) as Readonly<Record<Tone, string>> // one entry for each of TONES

/** The letter of `tone` before a word, which stays out of the accessible name where the browser can do that. */
const letterRule = (tone: Tone): string => {
  const content = `"${toneLetter(tone)}\\a0"`
  return `.verdict.${toneClass(tone)}::before{content:${content};content:${content}/"";font-weight:700}`
}

/**
 * Rules for words with the class `verdict` and that of a tone, for a page that has {@link toneVariables}: the colours of
 * the tone, and before the word its letter in pictures.
 */
export const toneRules: string = TONES.flatMap((tone) => [
  `.verdict.${toneClass(tone)}{background:var(--${toneClass(tone)});color:var(--${onToneClass(tone)})}`,
  letterRule(tone),
]).join('\n')

const set = (which: 0 | 1): string => declarations(variables, which)
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
