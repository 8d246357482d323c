/*
 * Texts that are almost right. A text of a notation is split into the tokens of its grammar. A few tokens are left
 * out, repeated, exchanged, or replaced by another token of the notation. So most of a text passes the first checks
 * of a reader, and reaches the code behind them. For JSON, the tree is changed as well, which keeps the brackets
 * balanced.
 */
import type { RandomDraws } from './random.ts'

/** The material for texts of a notation. */
export interface Grammar {
  /** Valid texts. */
  readonly seeds: readonly string[]
  /** Words and marks of the notation. */
  readonly words: readonly string[]
  /** Whether the texts are JSON. */
  readonly isJson: boolean
}

/** Most UTF-16 units of a text: slightly more than a reader takes. */
const MOST = 5 * 1024 * 1024

const TOKEN = /"(?:[^"\\\n]|\\.)*"|[\p{L}_][\p{L}\p{N}_]*|0[xX][\da-fA-F]+|\d+|[ \t]+|\r?\n|[^]/gu

const NUMBERS: readonly string[] = [
  '0', '-0', '-1', '1', '31', '32', '63', '64', '255', '256', '4095', '4096', '65535', '65536', '2147483647', '2147483648',
  '4294967295', '4294967296', '9007199254740993', '9223372036854775807', '9223372036854775808', '18446744073709551615',
  '18446744073709551616', '0x7fffffffffffffff', '0xffffffffffffffff', '010', '1e3', '1e400', '1.5', '.5', '0b11', '1'.repeat(400),
] // prettier-ignore

const NOISE: readonly string[] = [
  '', ' ', '\t', '\n', '\r', '\r\n', '\0', '\ufeff', '\u2028', '\u00a0', '\ud800', '\u{1f600}', '"', "'", '`', '\\', '\\\n', '#', '//',
  '/*', '*/', ';', ',', ':', '=', '|', '&', '*', '!', '?', '-', '~', '%', '@', '$', '[', ']', '{', '}', '(', ')', '<', '<<', '---\n', '...',
  '__proto__', 'constructor', 'toString', 'null', 'true', 'ünï',
] // prettier-ignore

/** A number of repetitions: mostly few; seldom so many that a reader that copies or recurses would not end. */
const times = ({ below }: RandomDraws): number => (below(300) === 0 ? 2 + below(100_000) : 2 + below(6))

type TextChange = (tokens: string[], random: RandomDraws, grammar: Grammar) => void

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? []

const CHANGES: readonly TextChange[] = [
  (tokens, { below }) => void tokens.splice(below(tokens.length + 1), 1 + below(4)),
  (tokens, random) => {
    const at = random.below(tokens.length + 1)
    const part = tokens.slice(at, at + 1 + random.below(8)).join('')
    const count = Math.min(times(random), Math.floor(MOST / Math.max(part.length, 1)))
    tokens.splice(at, 0, part.repeat(count))
  },
  (tokens, { below }) => {
    const [a, b] = [below(tokens.length + 1), below(tokens.length + 1)]
    if (tokens[a] !== undefined && tokens[b] !== undefined) [tokens[a], tokens[b]] = [tokens[b], tokens[a]]
  },
  (tokens, { below, oneOf }, { words }) => void tokens.splice(below(tokens.length + 1), 1, oneOf(words)),
  (tokens, { below, oneOf }, { words }) => void tokens.splice(below(tokens.length + 1), 0, oneOf(words)),
  (tokens, { below, oneOf }) => void tokens.splice(below(tokens.length + 1), below(2), oneOf(NOISE)),
  (tokens, random) => {
    const numbers = [...tokens.keys()].filter((i) => /^\d/.test(tokens[i]!))
    if (numbers.length > 0) tokens[random.oneOf(numbers)] = random.oneOf(NUMBERS)
  },
  (tokens, random) => {
    const part = random.oneOf(random.below(2) === 0 ? NOISE : tokens.concat('')).slice(0, 64)
    tokens.splice(random.below(tokens.length + 1), 0, part.repeat(times(random)))
  },
  (tokens, random, { seeds }) => {
    const other = tokensOf(random.oneOf(seeds))
    const at = random.below(other.length + 1)
    const part = other.slice(at, at + random.below(40))
    tokens.splice(random.below(tokens.length + 1), random.below(20), ...part)
  },
  (tokens, { below }) => {
    if (below(4) === 0) tokens.length = below(tokens.length + 1)
  },
]

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Changes one place of a tree of JSON: `value`, or a part of it. */
function changedTree(value: Json, random: RandomDraws, words: readonly string[]): Json {
  const leaf = (): Json =>
    random.oneOf<Json>([null, true, -1, 0, 1.5, 2 ** 32, 2 ** 53, '', random.oneOf(words), [], {}, [value]])
  if (typeof value !== 'object' || value === null || random.below(6) === 0) return leaf()
  if (Array.isArray(value)) {
    if (value.length === 0) return [leaf()]
    const at = random.below(value.length)
    if (random.below(6) === 0) return [...value.slice(0, at), ...value.slice(at + random.below(3))]
    return value.map((item, i) => (i === at ? changedTree(item, random, words) : item))
  }
  const keys = Object.keys(value)
  if (keys.length === 0 || random.below(8) === 0) return { ...value, [random.oneOf(words)]: leaf() }
  const key = random.oneOf(keys)
  const { [key]: old = null, ...others } = value
  const chance = random.below(8)
  if (chance === 0) return others
  return { ...others, [chance === 1 ? random.oneOf(words) : key]: changedTree(old, random, words) }
}

/** A text of `grammar` with some faults. */
export function mutated(grammar: Grammar, random: RandomDraws): string {
  let text = random.oneOf(grammar.seeds)
  if (grammar.isJson && random.below(2) === 0) {
    let tree = JSON.parse(text) as Json
    for (let i = random.below(3); i >= 0; i -= 1) tree = changedTree(tree, random, grammar.words)
    text = JSON.stringify(tree, null, random.below(3))
    if (random.below(2) === 0) return text
  }
  const tokens = tokensOf(text)
  for (let i = random.below(4); i >= 0; i -= 1) random.oneOf(CHANGES)(tokens, random, grammar)
  return tokens.join('').slice(0, MOST)
}
