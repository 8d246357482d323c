/*
 * The words of a value.
 *
 * Blanks separate words. A backslash takes the next character as it is, even a blank. Where a value ends in a
 * backslash or an open quote, systemd leaves out the last word, and keeps the words before it.
 *
 * Source: systemd src/basic/extract-word.c: extract_first_word(), without flags or with EXTRACT_UNQUOTE.
 */
import type { Source } from '@seccompile/policy'
import type { PlacedText } from './unit.ts'

/** A word of a value. */
export interface SettingWord {
  readonly text: string
  readonly source: Source
}

/** The words of a value. */
export interface SettingWords {
  readonly words: readonly SettingWord[]
  /** The last word, where it is broken off. systemd ignores it. */
  readonly broken: SettingWord | undefined
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t'
const isQuote = (char: string | undefined): boolean => char === '"' || char === "'"

/** The word of `text` that begins at `begin`, and its end. `isWhole` is false where the word is broken off. */
function wordAt(
  text: string,
  begin: number,
  isUnquoted: boolean,
): { readonly word: string; readonly end: number; readonly isWhole: boolean } {
  let word = ''
  let quote: string | undefined
  let at = begin
  for (; at < text.length; at += 1) {
    const char = text[at]!
    if (char === '\\') {
      at += 1
      if (at === text.length) return { word, end: at, isWhole: false }
      word += text[at]!
    } else if (char === quote) quote = undefined
    else if (quote === undefined && isUnquoted && isQuote(char)) quote = char
    else if (quote === undefined && isBlank(char)) break
    else word += char
  }
  return { word, end: at, isWhole: quote === undefined }
}

/** The words of `value` from the character `from` on. With `isUnquoted`, quotes may enclose parts of words. */
export function wordsOf(
  { text, sourceAt }: PlacedText,
  from: number = 0,
  isUnquoted: boolean = false,
): SettingWords {
  const words: SettingWord[] = []
  for (let at = from; at < text.length; at += 1) {
    if (isBlank(text[at])) continue
    const { word, end, isWhole } = wordAt(text, at, isUnquoted)
    const found = { text: word, source: sourceAt(at) }
    if (!isWhole) return { words, broken: { ...found, text: text.slice(at) } }
    words.push(found)
    at = end
  }
  return { words, broken: undefined }
}
