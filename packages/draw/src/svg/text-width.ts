/*
 * The width of a text before a browser lays it out.
 *
 * A picture without a DOM cannot measure text. The estimates are the widths of the widest common font, DejaVu Sans,
 * rounded up: a text that is estimated to fit does fit. Characters of East Asian scripts and pictographs count as two
 * letters.
 */

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{1faff}]/u

/** Letters by their width in ems; another letter is as wide as `n`. */
const EMS: ReadonlyMap<string, number> = new Map(
  [
    { ems: 0.34, letters: " ',./:;I\\ijl|·’" },
    { ems: 0.42, letters: '!()-[]frt' },
    { ems: 0.55, letters: '"*J`csz“' },
    { ems: 0.71, letters: 'ABEKPSVXYZ' },
    { ems: 0.79, letters: '&CDGHNOQRU' },
    { ems: 0.88, letters: '#+<=>M^w~−≤≥●' },
    { ems: 1, letters: '%@Wm…→' },
  ].flatMap(({ ems, letters }) => Array.from(letters, (letter) => [letter, ems] as const)),
)
const OTHER = 0.64

/** The font of a text: code, whose letters have one width, prose, or bold prose. */
export type Font = 'code' | 'prose' | 'bold'

/** The ratio of the width of bold letters to others. */
const BOLD = 1.15

/** The estimated width of `text` in pixels, in letters of `size` pixels. */
export function textWidth(text: string, size: number, font: Font = 'prose'): number {
  let ems = 0
  for (const character of text) {
    if (WIDE.test(character)) ems += 1.1
    else if (font === 'code') ems += 0.61
    else ems += EMS.get(character) ?? OTHER
  }
  return ems * size * (font === 'bold' ? BOLD : 1)
}

/** `text` cut at its end to at most `width` pixels; `undefined` if not even one letter fits. */
export function fitted(text: string, width: number, size: number, font: Font = 'prose'): string | undefined {
  if (textWidth(text, size, font) <= width) return text
  let kept = ''
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size, font) > width) break
    kept += character
  }
  return kept === '' ? undefined : `${kept}…`
}
