/*
 * A strip of bars, one for each call. Bars differ in height as well as in colour: the more a verdict lets a call do,
 * the taller its bar. So a reader can read the strip in grey too, and where a bar is too narrow for a pattern.
 */
import type { Verdict } from '@seccompile/abi'
import { swatch } from '../chart/swatch.ts'
import { numberText } from '../picture/names.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { verdictIn } from '../picture/names.ts'
import type { Names } from '../picture/names.ts'
import { toneOf } from '../picture/tone.ts'
import type { VerdictPlace } from '@seccompile/describe'
import type { Tone } from '../picture/tone.ts'
import type { Columns } from './columns.ts'

/**
 * A call with the verdicts that its arguments can lead to. The first verdict is that of most arguments, or any of
 * them.
 */
export interface BarcodeCall {
  readonly name: string
  readonly nr: number
  /** The verdicts; a single one if arguments do not decide. */
  readonly verdicts: readonly Verdict[]
}

const HEIGHTS: Readonly<Record<Tone, number>> = {
  ALLOW: 1,
  LOG: 0.9,
  TRACE: 0.8,
  USER_NOTIF: 0.8,
  DEPENDS: 0.65,
  ERRNO: 0.4,
  TRAP: 0.3,
  KILL_THREAD: 0.2,
  KILL_PROCESS: 0.2,
  UNKNOWN: 0.2,
}

/** The height of the marked end of a bar, for a call whose arguments decide. */
const CAP = 4

/** Most verdicts of a call that are named. */
const MOST_VERDICTS = 6

/** The tone of a bar with these verdicts. */
export function toneOfAll(verdicts: readonly Verdict[]): Tone {
  const [first] = verdicts
  if (first === undefined) return 'UNKNOWN'
  return verdicts.every((verdict) => verdict === first) ? toneOf(first) : 'DEPENDS'
}

/** Some verdicts as text: `ALLOW`, `ALLOW or ERRNO(EPERM)`. */
export function verdictsText(verdicts: readonly Verdict[], names: Names, place?: VerdictPlace): string {
  const texts = [...new Set(verdicts)].map((verdict) => verdictIn(names, verdict, place))
  const more = texts.length - MOST_VERDICTS
  return texts.slice(0, MOST_VERDICTS).join(' or ') + (more > 0 ? ` or ${more} more` : '')
}

/** The place of a strip, and whether its bars hang down. */
export interface StripPlace {
  readonly x: number
  readonly y: number
  readonly height: number
  /** The width of a column. */
  readonly column: number
  readonly hangs?: boolean
}

/** The bars of `columns`; `verdictsOf` yields the verdicts of a call. */
export function strip<Call extends { readonly nr: number }>(
  columns: Columns<Call>,
  verdictsOf: (call: Call) => readonly Verdict[],
  { x, y, height, column, hangs = false }: StripPlace,
): SvgElement {
  const bars: SvgElement[] = []
  const { placed } = columns
  for (let first = 0; first < placed.length;) {
    const start = placed[first]!
    const tone = toneOfAll(verdictsOf(start.call))
    let last = first
    // Neighbours of one tone are one bar, on which a pattern shows.
    for (let next = placed[last + 1]; next !== undefined; next = placed[last + 1]) {
      if (next.column !== placed[last]!.column + 1 || toneOfAll(verdictsOf(next.call)) !== tone) break
      last += 1
    }
    const tall = height * HEIGHTS[tone]
    const top = hangs ? y : y + height - tall
    const left = x + start.column * column
    const wide = (placed[last]!.column - start.column + 1) * column
    bars.push(swatch({ x: left, y: top, width: wide, height: tall }, tone))
    if (tone === 'DEPENDS')
      bars.push(
        el('rect', { class: 'cap', x: left, y: hangs ? top + tall - CAP : top, width: wide, height: CAP }),
      )
    first = last + 1
  }
  const line = hangs ? y : y + height
  const end = x + columns.count * column
  return el('g', {}, ...bars, el('line', { class: 'edge', x1: x, x2: end, y1: line, y2: line }))
}

/** The texts on hovering: for each column the number and the name of its call, and the result of `textOf`. */
export function callTitles<Call extends { readonly name: string; readonly nr: number }>(
  { placed }: Columns<Call>,
  textOf: (call: Call) => string,
  { x, y, height, column }: StripPlace,
): SvgElement {
  const areas = placed.map(({ call, column: at }) => {
    const title = el('title', {}, `${numberText(call.nr)} ${call.name}: ${textOf(call)}`)
    return el('rect', { x: x + at * column, y, width: column, height }, title)
  })
  return el('g', { 'fill-opacity': '0' }, ...areas)
}
