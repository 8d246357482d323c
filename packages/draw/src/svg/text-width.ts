/*
 * The width of a text before a browser lays it out.
 *
 * A picture without a DOM cannot measure. The estimates are those of common fonts, a little on the wide side: a text
 * that is estimated to fit does fit. Characters of East Asian scripts and pictographs count as two letters.
 */

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{1faff}]/u
const NARROW = new Set("ijltfrI.,:;'|!()[]{} ")
const BROAD = new Set('mwMW@%ABCDEGHKNOPQRSTUVXYZ_')

/** The font of a text: that of code, whose letters are all of one width, or that of prose. */
export type Font = 'code' | 'prose'

/** The estimated width of `text` in pixels, in letters of `size` pixels. */
export function textWidth(text: string, size: number, font: Font = 'prose'): number {
  let ems = 0
  for (const character of text) {
    if (WIDE.test(character)) ems += 1.1
    else if (font === 'code') ems += 0.61
    else ems += NARROW.has(character) ? 0.34 : BROAD.has(character) ? 0.74 : 0.58
  }
  return ems * size
}

/** `text` cut at its end so that it is at most `width` pixels wide; `undefined` where not even one letter fits. */
export function fitted(text: string, width: number, size: number, font: Font = 'prose'): string | undefined {
  if (textWidth(text, size, font) <= width) return text
  let kept = ''
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size, font) > width) break
    kept += character
  }
  return kept === '' ? undefined : `${kept}…`
}
