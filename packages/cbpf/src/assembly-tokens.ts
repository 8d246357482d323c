/*
 * The tokens of bpf_asm's language. A line end is a space, with one exception: a `#` in the first column begins
 * a comment. Everywhere else `#` marks a constant. A comment also goes from `;` to the end of the line, or
 * stands between the slashes and stars of C.
 */
import { AssemblyError, lineAndColumn, quote } from './assembly-error.ts'
import type { AssemblyErrorCode, TextOptions } from './assembly-error.ts'

/** A word, `#` and a word, a number, or one other character; the token after the last has kind `end`. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign' | 'end'
  /** As the person wrote it. */
  readonly text: string
  /** Where it begins, in UTF-16 units. */
  readonly offset: number
}

/** Reads a text token by token. */
export class Tokens {
  readonly #text: string
  readonly #options: TextOptions
  // A sticky pattern stores its position, so each reader has its own patterns.
  readonly #blank = /[ \t\r\n]+|;[^\n]*|\/\*[^]*?\*\/|^#[^\n]*/my
  readonly #token = /(?<word>#?[A-Za-z_]\w*)|(?<number>[-+]?[0-9]\w*)|[:,[\]()+*&#%]/y
  #ahead: Token

  constructor(text: string, options: TextOptions) {
    this.#text = text
    this.#options = options
    // Editors on Windows begin files with a byte order mark.
    this.#ahead = this.#read(text.startsWith('\ufeff') ? 1 : 0)
  }

  /** The next token, without taking it. */
  peek(): Token {
    return this.#ahead
  }

  /** The text of the next token in lower case, without taking it. Case does not count in keywords. */
  peekKeyword(): string {
    return this.#ahead.text.toLowerCase()
  }

  /** Takes the next token. */
  take(): Token {
    const token = this.#ahead
    if (token.kind !== 'end') this.#ahead = this.#read(token.offset + token.text.length)
    return token
  }

  /** Takes the next token if it is `keyword`; yields whether it was. */
  takeIf(keyword: string): boolean {
    if (this.peekKeyword() !== keyword) return false
    this.take()
    return true
  }

  /** The line of the text at `offset`, from 1. */
  lineOf(offset: number): number {
    return lineAndColumn(this.#text, offset).line
  }

  /** An error about the text at `offset`. */
  error(code: AssemblyErrorCode, what: string, offset: number): AssemblyError {
    return new AssemblyError(code, what, { ...this.#options, text: this.#text, offset })
  }

  /** An error about the next token, which `rule` does not allow. */
  unexpected(rule: string): AssemblyError {
    const { kind, text, offset } = this.#ahead
    return this.error('E_SYNTAX', `${rule}, got ${kind === 'end' ? 'the end' : quote(text)}`, offset)
  }

  #read(from: number): Token {
    const offset = this.#skipBlanks(from)
    if (offset === this.#text.length) return { kind: 'end', text: '', offset }
    this.#token.lastIndex = offset
    const match = this.#token.exec(this.#text)
    if (match === null) throw this.#unknown(offset)
    const { word, number } = match.groups ?? {}
    const kind = word !== undefined ? 'word' : number !== undefined ? 'number' : 'sign'
    return { kind, text: match[0], offset }
  }

  #skipBlanks(from: number): number {
    let offset = from
    for (;;) {
      this.#blank.lastIndex = offset
      if (!this.#blank.test(this.#text)) return offset
      offset = this.#blank.lastIndex
    }
  }

  #unknown(offset: number): AssemblyError {
    if (this.#text.startsWith('/*', offset)) {
      return this.error('E_SYNTAX', 'the comment that begins here is not closed by "*/"', offset)
    }
    const character = String.fromCodePoint(this.#text.codePointAt(offset) ?? 0)
    return this.error('E_SYNTAX', `unknown character ${quote(character)}`, offset)
  }
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
export function takeNumber(tokens: Tokens): number {
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
