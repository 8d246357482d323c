/* A walk over the tokens of a line, and the error for a token that is not the expected one. */
import { PolicyError } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import type { PolicyErrorCode, Source } from '@seccompile/policy'
import type { PolicyToken, TokenKind, TokenLine } from './tokens.ts'

/**
 * Throws a PolicyError with the message `what` about the place `source`.
 * @throws PolicyError always
 */
export function fail(code: PolicyErrorCode, what: string, source: Source): never {
  throw new PolicyError(code, what, source)
}

/** A place in a line of tokens. */
export class Cursor {
  readonly #line: TokenLine
  #at = 0

  constructor(line: TokenLine) {
    this.#line = line
  }

  /** The next token; `undefined` at the end of the line. */
  peek(): PolicyToken | undefined {
    return this.#line[this.#at]
  }

  /** Whether the next token is the punctuation or the word `text`. */
  is(text: string): boolean {
    return this.peek()?.text === text
  }

  /** Takes the next token where it is `text`. */
  takes(text: string): boolean {
    const found = this.is(text)
    if (found) this.#at += 1
    return found
  }

  /** The place of the next token, or the place behind the line. */
  source(): Source {
    const next = this.peek()
    if (next !== undefined) return next.source
    const last = this.#line.at(-1)! // every line has a token
    return { ...last.source, column: last.source.column + last.text.length }
  }

  /**
   * Throws an error about the next token.
   * @throws PolicyError E_SYNTAX that names the expected text and the actual one
   */
  expected(what: string): never {
    const next = this.peek()
    const got = next === undefined ? 'the line ends here' : `got ${quote(next.text)}`
    return fail('E_SYNTAX', `expected ${what}; ${got}`, this.source())
  }

  /** Takes the next token, which has to be of one of `kinds`; messages call it `what`. @throws PolicyError E_SYNTAX */
  take(kinds: readonly TokenKind[], what: string): PolicyToken {
    const next = this.peek()
    if (next === undefined || !kinds.includes(next.kind)) return this.expected(what)
    this.#at += 1
    return next
  }

  /** Takes the next token, which has to be `text`. @throws PolicyError E_SYNTAX */
  takeText(text: string, what: string): PolicyToken {
    const next = this.peek()
    if (next?.text !== text) return this.expected(what)
    this.#at += 1
    return next
  }

  /**
   * Checks that the line ends here.
   * @throws PolicyError E_SYNTAX where tokens are left
   */
  end(): void {
    if (this.peek() !== undefined) this.expected('the end of the line')
  }
}
