import { expectText, quoteHiding } from '@seccompile/shape'

/**
 * The kind of mistake in an {@link AssemblyError}: `E_SYNTAX` an unexpected word or character, `E_NAME` an
 * unknown instruction, or an unknown or malformed label, `E_NUMBER` a number that is malformed or out of
 * bounds, `E_CONFLICT` a label that stands twice, `E_TARGET` a jump back, or a program that runs past its end,
 * `E_REFUSED` an instruction that seccomp does not accept, `E_LIMIT` a text or program that is too large.
 */
export type AssemblyErrorCode =
  'E_SYNTAX' | 'E_NAME' | 'E_NUMBER' | 'E_CONFLICT' | 'E_TARGET' | 'E_REFUSED' | 'E_LIMIT'

/** How to read a text that a person wrote. */
export interface TextOptions {
  /** The file, as the person named it; errors begin with it. */
  readonly file?: string
}

/** A place in a text. The offset is in UTF-16 units. */
export interface TextPlace extends TextOptions {
  readonly text: string
  readonly offset: number
}

/**
 * The text of a program is wrong. The fields are those of a `PolicyError`, the error for the text of a policy.
 * The message is one line that begins with the place, such as
 * `filter.asm:3:9: unknown instruction "jeqq"; did you mean "jeq"?`, or `3:9: …` where no file was named.
 *
 * Recognise it by `name === 'AssemblyError'`, not by `instanceof`: one install may hold two copies of this
 * class.
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

/** Line and column of `offset`, both from 1. Only errors need them, so the reader does not count lines. */
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

/** Characters that messages escape: all but letters, digits, punctuation, symbols and spaces. */
const HIDDEN = /[^\p{L}\p{N}\p{P}\p{S} ]/gu

/** The person's own text as `quote()` of abi yields it, with every invisible character escaped. */
export function quote(text: string): string {
  return quoteHiding(text, HIDDEN, (code) => `\\u{${code.toString(16)}}`)
}

/** Most UTF-16 units of a text: some 1000 for each instruction that a program may have. */
export const MAX_TEXT = 0x40_0000

/**
 * Checks the length of `text`.
 * @throws AssemblyError (`E_LIMIT`) where it is longer than {@link MAX_TEXT}
 */
export function checkTextSize(text: string, options: TextOptions): void {
  expectText(text, 'text')
  if (text.length <= MAX_TEXT) return
  const what = `the text has ${text.length} characters; at most ${MAX_TEXT} are read`
  throw new AssemblyError('E_LIMIT', what, { ...options, text, offset: 0 })
}
