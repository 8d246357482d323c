/*
 * The tokens of seccomp-tools' assembly.
 *
 * Three kinds of tokens are more than a word or a sign, as in the scanner of the tool: a label with its colon, a jump
 * with its label, and the two labels of `? a : b`. So a label may have any name, even that of a register.
 *
 * @see seccomp-tools 1.7.1: lib/seccomp-tools/asm/scanner.rb, Scanner#scan
 */
import type { TextOptions } from '@seccompile/cbpf'
import { TokenReader } from '@seccompile/cbpf/text'
import type { PlacedToken } from '@seccompile/cbpf/text'

/** The name of a label in a text, and its place in UTF-16 units. */
export interface ToolsLabel {
  readonly name: string
  readonly offset: number
}

/** A token; the one after the last has kind `end`. */
export interface ToolsToken extends PlacedToken {
  readonly kind: 'word' | 'number' | 'sign' | 'label' | 'goto' | 'choice' | 'end'
  /** The label of a `label` or `goto` token, or the two labels of a `choice`. */
  readonly labels: readonly ToolsLabel[]
}

/** Reads a text of seccomp-tools. */
export type ToolsTokens = TokenReader<ToolsToken>

const BLANK = '[ \\t\\r\\n\\f\\v]'
const BLANKS = `(?:${BLANK}|#[^\\n]*)+`
const TOKEN = [
  '(?<label>\\w+):',
  `(?:goto|jmp|jump)${BLANK}+(?<goto>\\w+)`,
  `\\?${BLANK}*(?<first>\\w+)${BLANK}*:${BLANK}*(?<second>\\w+)`,
  '(?<word>(?:[A-Za-z_]\\w*\\.)?[A-Za-z_]\\w*)',
  '(?<number>-?[0-9]\\w*)',
  '<<|>>|[=!<>]=|[-+*/|^&=<>()[\\]!]',
].join('|')

/** The tokens of `text`. */
export function tokensOf(text: string, options: TextOptions): ToolsTokens {
  // A sticky pattern stores its position, so each reader has its own patterns.
  const blank = new RegExp(BLANKS, 'y')
  const token = new RegExp(TOKEN, 'diy')
  return new TokenReader(text, options, (from, tokens) => {
    blank.lastIndex = from
    const offset = blank.test(text) ? blank.lastIndex : from
    if (offset === text.length) return { kind: 'end', text: '', offset, labels: [] }
    token.lastIndex = offset
    const match = token.exec(text)
    if (match === null) throw tokens.unknown(offset, '; a comment begins with "#"')
    const groups = match.groups ?? {}
    const found = (group: string): readonly ToolsLabel[] => {
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
  })
}
