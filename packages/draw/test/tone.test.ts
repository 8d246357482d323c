import { verdictOf } from '@seccompile/abi'
import { expect, it } from 'vitest'
import { hasPattern, patternOf, STYLE, toneClasses, toneRules, toneVariables } from '../src/picture/theme.ts'
import { serialize } from '../src/svg/element.ts'
import {
  onToneClass,
  toneClass,
  toneLetter,
  toneName,
  toneOf,
  TONES,
  verdictMark,
} from '../src/picture/tone.ts'

/** The colours of the light and of the dark theme, by the name of their variable. */
const THEMES = [STYLE[0]!, STYLE[1]!].map(
  (rule) =>
    new Map([...rule.matchAll(/--([\w-]+):(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name!, colour!])),
)

/** Relative luminance. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

it('has a letter and a pattern of its own for each tone, for eyes and prints without colour', () => {
  expect(new Set(TONES.map(toneLetter)).size).toBe(TONES.length)
  expect(new Set(TONES.map(toneName)).size).toBe(TONES.length)
  const lines = TONES.map((tone) => / d="([^"]*)"/.exec(serialize(patternOf(tone)))?.[1])
  expect(new Set(lines).size).toBe(TONES.length)
  expect(TONES.filter((tone) => !hasPattern(tone))).toEqual(['ALLOW'])
})

it.each([
  ['light', 0],
  ['dark', 1],
] as const)('has text that can be read on every tone and on the ground, in %s', (_, which) => {
  const colours = THEMES[which]!
  const of = (name: string): string => colours.get(name)!
  for (const tone of TONES) expect(contrast(of(toneClass(tone)), of(onToneClass(tone)))).toBeGreaterThan(4.5)
  for (const name of ['text', 'dim', 'yes', 'no', 'accent'])
    expect(contrast(of(name), of('ground'))).toBeGreaterThan(4.5)
  expect(contrast(of('text'), of('node'))).toBeGreaterThan(4.5)
})

it('tells what runs from what fails and what kills by lightness alone', () => {
  for (const colours of THEMES) {
    const [allow, errno, kill] = (['ALLOW', 'ERRNO', 'KILL_PROCESS'] as const).map((tone) =>
      colours.get(toneClass(tone))!,
    )
    expect(contrast(allow!, errno!)).toBeGreaterThan(1.25)
    expect(contrast(errno!, kill!)).toBeGreaterThan(1.7)
    expect(contrast(allow!, kill!)).toBeGreaterThan(2)
  }
})

it('marks verdicts shortly', () => {
  const verdicts = [
    verdictOf('ALLOW'),
    verdictOf('ERRNO', 0),
    verdictOf('ERRNO', 38),
    verdictOf('TRACE', 7),
    0x1234_0000,
  ]
  expect(verdicts.map(verdictMark)).toEqual(['A', 'E0', 'E38', 'P7', 'U'])
  expect(toneOf(0x1234_0000)).toBe('UNKNOWN')
})

it('is as dark inside a dark page, and for a reader of a dark system, as by its own theme', () => {
  const colours = (rule: string): string => /\{(--[^}]*)\}/.exec(rule)![1]!
  expect(STYLE.slice(1, 4).map(colours)).toEqual(Array(3).fill(colours(STYLE[1]!)))
  expect(STYLE[2]).toMatch(/^\.dark .*\[data-theme=page\]/)
})

it('has a style whose rules all begin with the root of a picture', () => {
  for (const rule of STYLE)
    expect(rule).toMatch(/^(\.dark )?(@media screen and \(prefers-color-scheme:dark\)\{)?\.seccompile-draw/)
})

it('gives pages the colours of pictures, with text that can be read on them', () => {
  for (const [which, rules] of [toneVariables.light, toneVariables.dark].entries()) {
    const colours = new Map(
      [...rules.matchAll(/--([\w-]+):(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name!, colour!]),
    )
    expect(colours.size).toBe(2 * TONES.length)
    for (const [name, colour] of colours) expect(THEMES[which]!.get(name)).toBe(colour)
    for (const tone of TONES)
      expect(contrast(colours.get(toneClass(tone))!, colours.get(onToneClass(tone))!)).toBeGreaterThan(4.5)
  }
  for (const tone of TONES) expect(toneRules).toContain(`.verdict.${toneClasses[tone]}{`)
})

it('gives pages the letters of pictures before verdicts, for eyes and prints without colour', () => {
  for (const tone of TONES)
    expect(toneRules).toContain(`.verdict.${toneClasses[tone]}::before{content:"${toneLetter(tone)}\\a0";`)
})
