import { quote } from '@seccompile/shape'
import { errorsIn, shownToken, sourceTokens } from './source-token.ts'
import type { ErrorAt, SourceToken } from './source-token.ts'
import type { ReadSourceOptions } from './read-options.ts'

/** Reads a text token by token, and can look back at the tokens that it has taken. */
export class SourceReader {
  readonly error: ErrorAt
  /** The number of `__NR_name` and `SYS_name`; `undefined` where the caller does not give it. */
  readonly callNumber: (name: string) => number | undefined
  readonly #tokens: readonly SourceToken[]
  /** The blanks that may have a meaning for the lines around them. */
  readonly #passed: SourceToken[] = []
  #at = 0

  constructor(text: string, options: ReadSourceOptions) {
    this.error = errorsIn(text, options)
    this.callNumber = options.callNumber ?? ((): undefined => undefined)
    this.#tokens = sourceTokens(text, this.error, (blank) => this.#passed.push(blank))
  }

  /** The number of tokens that were taken. */
  get at(): number {
    return this.#at
  }

  /** The token at distance `ahead` from the next one; beyond the last, the token of kind `end`. */
  peek(ahead = 0): SourceToken {
    return this.#tokens[this.#at + ahead] ?? this.#tokens.at(-1)! // the last token has kind `end`
  }

  /** Takes `count` tokens, but never the token of kind `end`. */
  take(count = 1): void {
    this.#at = Math.min(this.#at + count, this.#tokens.length - 1)
  }

  /** Takes the next token if it is `text`, and yields whether it took it. */
  takeIf(text: string): boolean {
    if (this.peek().text !== text) return false
    this.take()
    return true
  }

  /** Takes the next token. @throws AssemblyError with `rule` where it is not `text` */
  expect(text: string, rule: string): void {
    if (!this.takeIf(text)) throw this.unexpected(rule)
  }

  /**
   * Checks the lines between `from` and the next token.
   * @throws AssemblyError where one of them decides the meaning of the lines around it, like `#if`
   */
  checkPlain(from: number): void {
    const found = this.#passed.find(({ offset }) => offset > from && offset < this.peek().offset)
    if (found === undefined) return
    const line = found.text.split(/\s/, 1)[0] ?? ''
    throw this.error(
      'E_SYNTAX',
      `${quote(line)} stands in the array, and which instructions the array then has is not known; write them without it`,
      found.offset,
    )
  }

  /** An error about the next token, which `rule` does not allow. */
  unexpected(rule: string): Error {
    return this.error('E_SYNTAX', `${rule}, got ${shownToken(this.peek())}`, this.peek().offset)
  }

  /** The tokens of the declaration around the next token: from its keyword, at most 64 tokens back. */
  declaration(): readonly SourceToken[] {
    const before = this.#tokens.slice(Math.max(0, this.#at - 64), this.#at)
    const from = before.findLastIndex(({ text }) => DECLARING.has(text))
    return from === -1 ? [] : before.slice(from + 1)
  }

  /** Up to `count` tokens before the next one. */
  before(count: number): readonly SourceToken[] {
    return this.#tokens.slice(Math.max(0, this.#at - count), this.#at)
  }
}

/** Words that begin a declaration of an array. The last of them stands before its type or its name. */
const DECLARING: ReadonlySet<string> = new Set(['static', 'const', 'struct', 'unsigned', 'var', 'let', 'mut'])
