/* The language of a text, by its first token. A profile is JSON, a policy with code is TypeScript, and all else is plain. */

/** What {@link languageOf} yields. */
export type Language = 'json' | 'typescript' | 'plain'

/** Blanks, or a comment. A comment without an end reaches to the end of the text. */
const SKIPPED = /\s+|\/\/.*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/y
/**
 * The begin of a statement: a word of the language, and what may follow it. A label of assembly has a colon after its name,
 * and base64 goes on without a blank.
 */
const STATEMENT =
  /(?:(?:import|export)(?=\s*[{*'"(]|\s+[\w$])|(?:abstract|async|class|const|declare|enum|function|interface|let|namespace|type|var)\s+[\w${[*])/y

/** The language of `text`. Only the first token counts, so that a text with mistakes keeps its language. */
export function languageOf(text: string): Language {
  let at = 0
  for (;;) {
    SKIPPED.lastIndex = at
    const [skipped] = SKIPPED.exec(text) ?? []
    if (skipped === undefined) break
    at += skipped.length
  }
  if (text[at] === '{') return 'json'
  STATEMENT.lastIndex = at
  return STATEMENT.test(text) ? 'typescript' : 'plain'
}
