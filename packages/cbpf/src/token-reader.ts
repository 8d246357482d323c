/* The common part of the readers of assembly texts: one token ahead, and errors with their place. */
import { AssemblyError, lineAndColumn, quote } from './assembly-error.ts'
import type { AssemblyErrorCode, TextOptions } from './assembly-error.ts'

/** A token of a text; the one after the last has kind `end`. */
export interface PlacedToken {
  readonly kind: string
  /** The text of the token, as the person wrote it. */
  readonly text: string
  /** The place where the token begins, in UTF-16 units. */
  readonly offset: number
}

/**
 * The token that begins at `from` or behind the blanks there. It ends behind `from`, or has kind `end`. `tokens` makes its
 * errors.
 */
export type Scan<T extends PlacedToken> = (from: number, tokens: TokenReader<T>) => T

/** Reads a text token by token. `scan` finds the tokens. */
export class TokenReader<T extends PlacedToken> {
  readonly #text: string
  readonly #options: TextOptions
  readonly #scan: Scan<T>
  #ahead: T

  constructor(text: string, options: TextOptions, scan: Scan<T>) {
    this.#text = text
    this.#options = options
    this.#scan = scan
    // Editors on Windows begin files with a byte order mark.
    this.#ahead = scan(text.startsWith('\ufeff') ? 1 : 0, this)
  }

  /** The next token, without taking it. */
  peek(): T {
    return this.#ahead
  }

  /** The text of the next token in lower case, without taking it. Case does not count in keywords. */
  peekKeyword(): string {
    return this.#ahead.text.toLowerCase()
  }

  /** Takes the next token. */
  take(): T {
    const token = this.#ahead
    if (token.kind !== 'end') this.#ahead = this.#scan(token.offset + token.text.length, this)
    return token
  }

  /** Takes the next token if it is `keyword`, and yields whether it took it. */
  takeIf(keyword: string): boolean {
    if (this.peekKeyword() !== keyword) return false
    this.take()
    return true
  }

  /** Takes the next token. @throws AssemblyError where it is not `sign`; `rule` says what stands there */
  expect(sign: string, rule: string): void {
    if (!this.takeIf(sign)) throw this.unexpected(rule)
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

  /** An error about the character at `offset`, which begins no token; `hint` is the end of the message. */
  unknown(offset: number, hint = ''): AssemblyError {
    const character = String.fromCodePoint(this.#text.codePointAt(offset) ?? 0)
    return this.error('E_SYNTAX', `unknown character ${quote(character)}${hint}`, offset)
  }
}
