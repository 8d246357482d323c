/*
 * The tokens of TypeScript that have a colour in the editor. A grammar of the language would be 15 kB for every visitor
 * who looks at a policy; errors, completions and descriptions come from TypeScript itself.
 */
import type { StreamParser } from '@codemirror/language'

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'as async await break case catch class const continue declare default do else enum export extends false finally for ' +
    'from function if implements import in instanceof interface keyof let namespace new null of private public readonly ' +
    'return satisfies static super switch this throw true try type typeof undefined var void while yield'
  ).split(' '),
)

/** The text that is open at the end of a line: a comment, or a template. */
interface OpenText {
  end: '*/' | '`' | undefined
}

const TEXT = /^(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)/
const NUMBER = /^(?:0x[\da-f_]+|\d[\d_]*(?:\.\d+)?)n?/i

/** The tokens, for `StreamLanguage`. */
export const typeScriptTokens: StreamParser<OpenText> = {
  name: 'typescript',
  startState: () => ({ end: undefined }),
  token: (stream, state) => {
    if (state.end === undefined) {
      if (stream.eatSpace()) return null
      if (stream.match('//')) {
        stream.skipToEnd()
        return 'comment'
      }
      if (stream.match(TEXT)) return 'string'
      if (stream.match(NUMBER)) return 'number'
      if (stream.match(/^[\w$]+/)) return KEYWORDS.has(stream.current()) ? 'keyword' : null
      if (stream.match('/*')) state.end = '*/'
      else if (stream.match('`')) state.end = '`'
      else {
        stream.next()
        return null
      }
    }
    const { end } = state
    if (stream.skipTo(end)) {
      stream.match(end)
      state.end = undefined
    } else stream.skipToEnd()
    return end === '`' ? 'string' : 'comment'
  },
}
