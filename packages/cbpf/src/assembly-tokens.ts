/*
 * The tokens of bpf_asm's language. A line end is a space, with one exception: a `#` in the first column begins
 * a comment. Everywhere else `#` marks a constant. A comment also goes from `;` to the end of the line, or
 * stands between the slashes and stars of C.
 */
import { quote } from './assembly-error.ts'
import type { TextOptions } from './assembly-error.ts'
import { TokenReader } from './token-reader.ts'
import type { PlacedToken } from './token-reader.ts'

/** A word, `#` and a word, a number, or one other character; the token after the last has kind `end`. */
export interface AssemblyToken extends PlacedToken {
  readonly kind: 'word' | 'number' | 'sign' | 'end'
}

/** Reads a text of bpf_asm. */
export type AssemblyTokens = TokenReader<AssemblyToken>

/** The tokens of `text`. */
export function tokensOf(text: string, options: TextOptions): AssemblyTokens {
  // A sticky pattern stores its position, so each reader has its own patterns.
  const blank = /[ \t\r\n]+|;[^\n]*|\/\*[^]*?\*\/|^#[^\n]*/my
  const token = /(?<word>#?[A-Za-z_]\w*)|(?<number>[-+]?[0-9]\w*)|[:,[\]()+*&#%]/y
  const skipBlanks = (from: number): number => {
    let offset = from
    for (;;) {
      blank.lastIndex = offset
      if (!blank.test(text)) return offset
      offset = blank.lastIndex
    }
  }
  return new TokenReader(text, options, (from, tokens) => {
    const offset = skipBlanks(from)
    if (offset === text.length) return { kind: 'end', text: '', offset }
    if (text.startsWith('/*', offset))
      throw tokens.error('E_SYNTAX', 'the comment that begins here is not closed by "*/"', offset)
    token.lastIndex = offset
    const match = token.exec(text)
    if (match === null) throw tokens.unknown(offset)
    const { word, number } = match.groups ?? {}
    const kind = word !== undefined ? 'word' : number !== undefined ? 'number' : 'sign'
    return { kind, text: match[0], offset }
  })
}

const FORMS = [
  { pattern: /^0x[0-9a-f]+$/i, value: Number },
  { pattern: /^0b[01]+$/i, value: Number },
  { pattern: /^0[0-7]+$/, value: (text: string): number => Number.parseInt(text, 8) },
  { pattern: /^(?:0|[-+]?[1-9][0-9]*)$/, value: Number },
] as const

/**
 * The u32 that the next token writes: decimal, `0x` hexadecimal, `0b` binary, or octal with a leading 0. A decimal
 * number may have a sign; -1 is 0xffffffff.
 * @throws AssemblyError where the token is no number, or does not fit 32 bits
 */
export function takeNumber(tokens: AssemblyTokens): number {
  const { kind, text, offset } = tokens.peek()
  if (kind !== 'number') throw tokens.unexpected('expected a number')
  const form = FORMS.find(({ pattern }) => pattern.test(text))
  if (form === undefined) {
    const what = `${quote(text)} is no number; write 12, 0xc, 0b1100 or, with a leading 0 for octal, 014`
    throw tokens.error('E_NUMBER', what, offset)
  }
  const value = form.value(text)
  if (value > 0xffff_ffff || value < -0x8000_0000) {
    const what = `${quote(text)} does not fit 32 bits; numbers go from -2147483648 to 4294967295`
    throw tokens.error('E_NUMBER', what, offset)
  }
  tokens.take()
  return value >>> 0
}
