/*
 * A tone is the look of an action. Colour alone is not enough for readers who do not tell the colours apart, or who
 * read a print in grey. So a tone is a colour, a pattern and a letter. The colours differ in lightness too: verdicts that
 * allow are light, verdicts that kill are dark.
 */
import { actionOf, dataOf } from '@seccompile/abi'
import type { ActionName, Verdict } from '@seccompile/abi'

/** The look of a verdict: by its action, or `UNKNOWN`; `DEPENDS` if arguments decide. */
export type Tone = ActionName | 'UNKNOWN' | 'DEPENDS'

/** The tones, in the order of a legend: from verdicts that let a call run to verdicts that kill. */
export const TONES: readonly Tone[] = Object.freeze([
  'ALLOW',
  'LOG',
  'TRACE',
  'USER_NOTIF',
  'DEPENDS',
  'ERRNO',
  'TRAP',
  'KILL_THREAD',
  'KILL_PROCESS',
  'UNKNOWN',
] as const)

/** The letter of each tone. */
export const toneLetters: Readonly<Record<Tone, string>> = Object.freeze({
  ALLOW: 'A',
  LOG: 'L',
  TRACE: 'P',
  USER_NOTIF: 'N',
  DEPENDS: '?',
  ERRNO: 'E',
  TRAP: 'T',
  KILL_THREAD: 'k',
  KILL_PROCESS: 'K',
  UNKNOWN: 'U',
})

/** The tone of `verdict`, a u32. */
export function toneOf(verdict: Verdict): Tone {
  return actionOf(verdict) ?? 'UNKNOWN'
}

/** The letter of a tone. */
export function toneLetter(tone: Tone): string {
  return toneLetters[tone]
}

/** The shortest text that distinguishes `verdict` from others: `A`, `E1`, `K`. */
export function verdictMark(verdict: Verdict): string {
  const tone = toneOf(verdict)
  const data = dataOf(verdict)
  return `${toneLetters[tone]}${data === 0 && tone !== 'ERRNO' ? '' : data}`
}

/** The text of a tone in a legend. */
export function toneName(tone: Tone): string {
  if (tone === 'DEPENDS') return 'depends on arguments'
  return tone === 'UNKNOWN' ? 'unknown action' : tone
}

/** The class of a shape that is filled with the colour of `tone`. */
export const toneClass = (tone: Tone): string => `t-${tone.toLowerCase()}`

/** The class of a text on the colour of `tone`. */
export const onToneClass = (tone: Tone): string => `on-${tone.toLowerCase()}`

/** The id of the pattern of `tone`. */
export const tonePattern = (tone: Tone): string => `p-${tone.toLowerCase()}`
