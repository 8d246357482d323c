/**
 * Characters that XML 1.0 refuses, such as lone surrogates, and characters that steer a terminal or reverse the order
 * of letters. The text of a picture is on one line, so line ends are included too.
 */
const HIDDEN = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/gu

/** `text` on one line, with hidden and steering characters written as `\u001b`. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const MAX_TEXT = 2000

/** {@link visible}, with a very long text cut: a hostile megabyte does not get into a picture. */
export function shown(text: string): string {
  return visible(text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text)
}
