/*
 * The tokens of seccomp-tools' assembly.
 *
 * Three of them are more than a word or a sign, as in the scanner of the tool: a label with its colon, a jump with its
 * label, and the two labels of `? a : b`. So a label may have any name, also that of a register.
 *
 * @see seccomp-tools 1.7.1: lib/seccomp-tools/asm/scanner.rb, Scanner#scan
 */
import { quote } from '@seccompile/abi'
import { AssemblyError } from '@seccompile/cbpf'
import type { AssemblyErrorCode, TextOptions } from '@seccompile/cbpf'

/** A label as a text names it, and its place in UTF-16 units. */
export interface LabelName {
  readonly name: string
  readonly offset: number
}

/** A token; the one after the last has kind `end`. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign' | 'label' | 'goto' | 'choice' | 'end'
  /** As the person wrote it. */
  readonly text: string
  /** Where it begins, in UTF-16 units. */
  readonly offset: number
  /** The label of `label` and `goto`, or the two of `choice`. */
  readonly labels: readonly LabelName[]
}

const BLANK = '[ \\t\\r\\n\\f\\v]'

/** Reads a text token by token. */
export class Tokens {
  readonly #text: string
  readonly #options: TextOptions
  // A sticky pattern stores its position, so each reader has its own patterns.
  readonly #blank = new RegExp(`(?:${BLANK}|#[^\\n]*)+`, 'y')
  readonly #token = new RegExp(
    [
      '(?<label>\\w+):',
      `(?:goto|jmp|jump)${BLANK}+(?<goto>\\w+)`,
      `\\?${BLANK}*(?<first>\\w+)${BLANK}*:${BLANK}*(?<second>\\w+)`,
      '(?<word>(?:[A-Za-z_]\\w*\\.)?[A-Za-z_]\\w*)',
      '(?<number>-?[0-9]\\w*)',
      '<<|>>|[=!<>]=|[-+*/|^&=<>()[\\]!]',
    ].join('|'),
    'diy',
  )
  #ahead: Token

  constructor(text: string, options: TextOptions) {
    this.#text = text
    this.#options = options
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

  /** Takes the next token. @throws AssemblyError where it is not `sign`; `rule` says what stands there */
  expect(sign: string, rule: string): void {
    if (!this.takeIf(sign)) throw this.unexpected(rule)
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

  /** The line of the text at `offset`, from 1. */
  lineOf(offset: number): number {
    return this.error('E_SYNTAX', '', offset).line
  }

  #read(from: number): Token {
    this.#blank.lastIndex = from
    const offset = this.#blank.test(this.#text) ? this.#blank.lastIndex : from
    if (offset === this.#text.length) return { kind: 'end', text: '', offset, labels: [] }
    this.#token.lastIndex = offset
    const match = this.#token.exec(this.#text)
    if (match === null) {
      const character = String.fromCodePoint(this.#text.codePointAt(offset) ?? 0)
      throw this.error('E_SYNTAX', `unknown character ${quote(character)}; a comment begins with "#"`, offset)
    }
    const groups = match.groups ?? {}
    const found = (group: string): readonly LabelName[] => {
      const name = groups[group]
      return name === undefined ? [] : [{ name, offset: match.indices!.groups![group]![0] }]
    }
    const at = { text: match[0], offset }
    if (groups['label'] !== undefined) return { kind: 'label', ...at, labels: found('label') }
    if (groups['goto'] !== undefined) return { kind: 'goto', ...at, labels: found('goto') }
    if (groups['first'] !== undefined)
      return { kind: 'choice', ...at, labels: [...found('first'), ...found('second')] }
    const kind = groups['word'] !== undefined ? 'word' : groups['number'] !== undefined ? 'number' : 'sign'
    return { kind, ...at, labels: [] }
  }
}
