import type { Verdict } from '@seccompile/abi'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { textWidth } from '../svg/text-width.ts'
import { verdictIn } from '../picture/names.ts'
import type { Names } from '../picture/names.ts'
import { onToneClass, toneLetter, toneName, toneOf, TONES, verdictMark } from '../picture/tone.ts'
import type { Tone } from '../picture/tone.ts'
import { swatch } from './swatch.ts'

/** An entry of a legend: a tone, the mark in its swatch, and its text. */
export interface LegendEntry {
  readonly tone: Tone
  readonly mark: string
  readonly text: string
}

/** A legend, and its height. */
export interface Legend {
  readonly element: SvgElement
  readonly height: number
}

/** The entry of a verdict. */
function verdictEntry(verdict: Verdict, names: Names): LegendEntry {
  return { tone: toneOf(verdict), mark: verdictMark(verdict), text: verdictIn(names, verdict) }
}

/** The entry of a tone. */
export function toneEntry(tone: Tone): LegendEntry {
  return { tone, mark: toneLetter(tone), text: toneName(tone) }
}

/** `entries` in order, from verdicts that let a call run to verdicts that kill. */
export function inOrder(entries: readonly LegendEntry[]): readonly LegendEntry[] {
  const place = ({ tone }: LegendEntry): number => TONES.indexOf(tone)
  return entries.toSorted((a, b) => place(a) - place(b) || (a.text < b.text ? -1 : Number(a.text > b.text)))
}

/** The entries of `verdicts`, each once, from verdicts that let a call run to verdicts that kill. */
export function verdictEntries(verdicts: Iterable<Verdict>, names: Names = {}): readonly LegendEntry[] {
  return inOrder([...new Set(verdicts)].map((verdict) => verdictEntry(verdict, names)))
}

const MOST_ENTRIES = 24
const ROW = 22
const SIZE = 11

/**
 * A legend from `(x, y)` on, in rows of at most `width` pixels. After the first two dozen entries, only the number of
 * the others is shown.
 */
export function legend(entries: readonly LegendEntry[], x: number, y: number, width: number): Legend {
  let left = x
  let top = y
  const parts: SvgElement[] = []
  const place = (wide: number): void => {
    if (left > x && left + wide > x + width) {
      left = x
      top += ROW
    }
  }
  for (const { tone, mark, text } of entries.slice(0, MOST_ENTRIES)) {
    const box = Math.max(20, textWidth(mark, SIZE, 'bold') + 10)
    const wide = box + 6 + textWidth(text, SIZE) + 18
    place(wide)
    parts.push(
      swatch({ x: left, y: top, width: box, height: 16 }, tone, undefined, { rx: 2 }),
      el('text', { class: onToneClass(tone), x: left + box / 2, y: top + 12, 'text-anchor': 'middle', 'font-size': SIZE, 'font-weight': '600' }, mark),
      el('text', { x: left + box + 6, y: top + 12, 'font-size': SIZE }, text),
    ) // prettier-ignore
    left += wide
  }
  const rest = entries.length - MOST_ENTRIES
  if (rest > 0) {
    const text = `and ${rest} more`
    place(textWidth(text, SIZE))
    parts.push(el('text', { class: 'dim', x: left, y: top + 12, 'font-size': SIZE }, text))
  }
  return { element: el('g', {}, ...parts), height: top - y + ROW }
}
