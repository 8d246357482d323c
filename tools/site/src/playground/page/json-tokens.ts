/*
 * The tokens of JSON that have a colour in the editor. A grammar of the language and its parser would be 7 kB for every
 * visitor; errors come from the reader of profiles.
 */
import type { StreamParser } from '@codemirror/language'

const TEXT = /^"(?:[^"\\]|\\.)*"?/
const NAME = /^\s*:/
const NUMBER = /^-?\d[\d.eE+-]*/
const WORD = /^[A-Za-z_]+/

/** The tokens, for `StreamLanguage`. A text before a colon is the name of a property. */
export const jsonTokens: StreamParser<unknown> = {
  name: 'json',
  token: (stream) => {
    if (stream.eatSpace()) return null
    if (stream.match(TEXT)) return stream.match(NAME, false) ? 'propertyName' : 'string'
    if (stream.match(NUMBER)) return 'number'
    if (stream.match(WORD)) return /^(?:true|false|null)$/.test(stream.current()) ? 'atom' : null
    stream.next()
    return null
  },
}
