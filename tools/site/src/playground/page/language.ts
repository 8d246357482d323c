/* The language of a text, by its first token. A profile is JSON, a policy with code is TypeScript, and all else is plain. */

/** What {@link languageOf} yields. */
export type TextLanguage = 'json' | 'typescript' | 'plain'

const BLANKS = /\s*/y
/**
 * The beginning of a statement: a word of the language, and text that may follow it. A label of assembly has a colon
 * after its name, and base64 continues without a blank.
 */
const STATEMENT =
  /(?:(?:import|export)(?=\s*[{*'"(]|\s+[\w$])|(?:abstract|async|class|const|declare|enum|function|interface|let|namespace|type|var)\s+[\w${[*])/y

/**
 * The position behind the `end` of a comment that begins at `at`; the end of the text where the comment has no end.
 */
function behind(text: string, end: string, at: number): number {
  const found = text.indexOf(end, at + '//'.length)
  return found < 0 ? text.length : found + end.length
}

/** The place of the first token. */
function firstToken(text: string): number {
  for (let at = 0; ;) {
    BLANKS.lastIndex = at
    at += BLANKS.exec(text)?.[0].length ?? 0
    if (text.startsWith('//', at)) at = behind(text, '\n', at)
    else if (text.startsWith('/*', at)) at = behind(text, '*/', at)
    else return at
  }
}

/** The language of `text`. Only the first token counts, so that a text with mistakes keeps its language. */
export function languageOf(text: string): TextLanguage {
  const at = firstToken(text)
  if (text[at] === '{') return 'json'
  STATEMENT.lastIndex = at
  return STATEMENT.test(text) ? 'typescript' : 'plain'
}
