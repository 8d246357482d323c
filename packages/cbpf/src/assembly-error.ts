import { quoteHiding } from '@seccompile/abi'

/**
 * What kind of mistake an {@link AssemblyError} is about: `E_SYNTAX` something else was expected, `E_NAME` an
 * instruction or label nobody knows, `E_NUMBER` a number out of bounds, `E_CONFLICT` a label that stands twice,
 * `E_TARGET` a way that leads back or past the end, `E_REFUSED` what seccomp does not accept, `E_LIMIT` too large.
 */
export type AssemblyErrorCode =
  'E_SYNTAX' | 'E_NAME' | 'E_NUMBER' | 'E_CONFLICT' | 'E_TARGET' | 'E_REFUSED' | 'E_LIMIT'

/** How a text that a person wrote is read. */
export interface TextOptions {
  /** The file, as the person named it; errors begin with it. */
  readonly file?: string
}

/** A text, and where in it. The offset is in UTF-16 units. */
export interface TextPlace extends TextOptions {
  readonly text: string
  readonly offset: number
}

/**
 * The text of a program is wrong: what a `PolicyError` is for a policy, with the same fields. The message is one line
 * that begins with the place: `filter.asm:3:9: unknown instruction "jeqq"; did you mean "jeq"?`, or `3:9: …` where no
 * file was named.
 *
 * Tell it by `name === 'AssemblyError'`; two copies of this class may be about.
 */
export class AssemblyError extends Error {
  override readonly name: string = 'AssemblyError'
  readonly code: AssemblyErrorCode
  /** The file, as the person named it. */
  readonly source: string | undefined
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number

  /** @param what - the rule, what was got, what to do: lower case, one line, no full stop */
  constructor(code: AssemblyErrorCode, what: string, { text, offset, file }: TextPlace) {
    const { line, column } = lineAndColumn(text, offset)
    super(`${file === undefined ? '' : `${file}:`}${line}:${column}: ${what}`)
    this.code = code
    this.source = file
    this.line = line
    this.column = column
  }
}

/** Line and column of `offset`, both from 1. Counted only for errors, so that reading need not. */
export function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line++
    start = end + 1
  }
  return { line, column: offset - start + 1 }
}

/** What a message on assembly does not print as it is: all but letters, digits, punctuation, symbols and spaces. */
const HIDDEN = /[^\p{L}\p{N}\p{P}\p{S} ]/gu

/** The person's own text as `quote()` of abi has it, with all that cannot be seen escaped. */
export function quote(text: string): string {
  return quoteHiding(text, HIDDEN, (code) => `\\u{${code.toString(16)}}`)
}

/** Most UTF-16 units of a text: some 1000 for each instruction that a program may have. */
export const MAX_TEXT = 0x40_0000

/** @throws AssemblyError (`E_LIMIT`) where `text` is longer than is read */
export function checkTextSize(text: string, options: TextOptions): void {
  if (text.length <= MAX_TEXT) return
  const what = `the text has ${text.length} characters; at most ${MAX_TEXT} are read`
  throw new AssemblyError('E_LIMIT', what, { ...options, text, offset: 0 })
}
