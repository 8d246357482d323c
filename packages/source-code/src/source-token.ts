/*
 * The tokens of a text in C, Rust, Go, TypeScript or JSON, as far as lists of numbers need them. Comments count as
 * blank, and so do lines that begin with `#`: directives of C and attributes of Rust.
 */
import { AssemblyError } from '@seccompile/cbpf'
import type { AssemblyErrorCode, TextOptions } from '@seccompile/cbpf'
import { quote } from '@seccompile/shape'

/** A word, a number, a string with its quotes, or one other character; the token after the last has kind `end`. */
export interface SourceToken {
  readonly kind: 'word' | 'number' | 'string' | 'sign' | 'end'
  readonly text: string
  /** The place of the token, in UTF-16 units. */
  readonly offset: number
}

/** Makes an error about a place in a text. */
export type ErrorAt = (code: AssemblyErrorCode, what: string, offset: number) => AssemblyError

/** Yields a maker of errors about `text`. */
export function errorsIn(text: string, { file }: TextOptions): ErrorAt {
  return (code, what, offset) =>
    new AssemblyError(code, what, { text, offset, ...(file === undefined ? {} : { file }) })
}

/** `token`, for a message. */
export function shownToken({ kind, text }: SourceToken): string {
  return kind === 'end' ? 'the end' : quote(text)
}

/**
 * The tokens of `text`, and the token of kind `end`.
 * @param passed - called with each blank that may have a meaning for the lines around it: a line that begins with
 *   `#`, or a comment whose line ends in a backslash, which continues in C and in no other language
 * @throws AssemblyError for a comment or string that is not closed
 */
export function sourceTokens(
  text: string,
  error: ErrorAt,
  passed: (blank: SourceToken) => void = () => undefined,
): readonly SourceToken[] {
  const blank = /\s+|\ufeff|\/\/[^\n]*|#(?:\\\r?\n|[^\n])*/y
  const token =
    /(?<word>[A-Za-z_$]\w*)|(?<number>[0-9]\w*)|(?<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.){0,24}')|[^]/y
  const tokens: SourceToken[] = []
  let offset = 0
  for (;;) {
    offset = afterBlanks(text, offset, blank, error, passed)
    if (offset === text.length) return [...tokens, { kind: 'end', text: '', offset }]
    token.lastIndex = offset
    const match = token.exec(text)! // the pattern matches at least one character
    const { word, number, string } = match.groups ?? {}
    // Without this error, an unclosed string would be read as signs, and again from each quote in it.
    if (match[0] === '"')
      throw error('E_SYNTAX', 'the string that begins here is not closed by "\\""', offset)
    const kind =
      word !== undefined ? 'word' : number !== undefined ? 'number' : string !== undefined ? 'string' : 'sign'
    tokens.push({ kind, text: match[0], offset })
    offset += match[0].length
  }
}

function afterBlanks(
  text: string,
  from: number,
  blank: RegExp,
  error: ErrorAt,
  passed: (blank: SourceToken) => void,
): number {
  let offset = from
  for (;;) {
    blank.lastIndex = offset
    const [found] = blank.exec(text) ?? []
    if (found !== undefined) {
      if (/^#|^\/\/[^]*\\\r?$/.test(found)) passed({ kind: 'sign', text: found, offset })
      offset = blank.lastIndex
    } else if (text.startsWith('/*', offset)) {
      const end = text.indexOf('*/', offset + 2)
      if (end === -1) throw error('E_SYNTAX', 'the comment that begins here is not closed by "*/"', offset)
      offset = end + 2
    } else return offset
  }
}
