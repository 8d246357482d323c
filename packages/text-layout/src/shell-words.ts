import { expectList, expectText } from '@seccompile/shape'
import { isSteering } from './printable.ts'

/** The bytes of the character `c` in UTF-8, as octal escapes of printf; a lone half of a surrogate pair is U+FFFD. */
const octal = (c: string): string =>
  encodeURIComponent(c.replace(/\p{Cs}/u, '\ufffd')).replaceAll(/%(..)|./g, (one, hex?: string) => {
    const byte = hex === undefined ? one.charCodeAt(0) : Number.parseInt(hex, 16)
    return `\\${byte.toString(8).padStart(3, '0')}`
  })

/**
 * A command of printf that yields a word with a line end, or with another character that steers a terminal. Line ends
 * at the end of the word stay, in quotes, so that no line begins with text of the word. Every shell has printf;
 * `$'\\n'` is new in POSIX, and dash lacks it.
 */
function printed(word: string): string {
  // A command substitution drops line ends at its end, so these follow it, in quotes.
  const body = word.replace(/\n+$/, '')
  const format = body.replaceAll(/[^\w@+=:,./ -]|^-/gu, (c) => (c === '%' ? '%%' : octal(c)))
  const end = word.slice(body.length)
  return `"$(printf '${format}')"${end === '' ? '' : `'${end}'`}`
}

/**
 * `word` as a word of a POSIX shell that expands to exactly this text.
 * @see POSIX, Shell Command Language, 2.2.2 Single-Quotes
 */
export function shellWord(word: string): string {
  expectText(word, 'word')
  if (/^[\w@%+:,./-][\w@%+=:,./-]*$/.test(word)) return word
  return isSteering(word) ? printed(word) : `'${word.replaceAll("'", String.raw`'\''`)}'`
}

/** `words` as one command line of a POSIX shell. */
export function shellLine(words: readonly string[]): string {
  expectList(words, 'words')
  return words.map(shellWord).join(' ')
}
