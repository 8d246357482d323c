/*
 * JSON as a tree that keeps the place of each value and the text of each number.
 *
 * JSON.parse loses both: `18446744073709551615` becomes another number, and an error about a value cannot name its
 * line. jsonc-parser keeps offsets, and this module turns its tree into a tree with lines and columns. An object is a
 * list of members, so `__proto__` is a key like any other. A number is kept as text.
 *
 * The text may be hostile. The parser is recursive, and its tree is far larger than the text. So size, nesting
 * and the number of values are checked before the parser runs.
 */
import { expectText, quote } from '@seccompile/shape'
import { parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Node, ParseError } from 'jsonc-parser'
import { PolicyError } from '@seccompile/policy'
import type { Source } from '@seccompile/policy'

/** The most UTF-16 units of a profile: three hundred times Docker's. */
export const MAX_PROFILE_LENGTH: number = 4 * 1024 * 1024

/** The deepest nesting of arrays and objects in a profile; Docker's nests four deep. */
export const MAX_PROFILE_DEPTH = 64

/**
 * The most values in a profile, arrays and objects among them; Docker's has about 800. There is room for 32,768 rules about a value of
 * an argument, which have ten values each: more do not fit into a task.
 */
export const MAX_PROFILE_VALUES = 330_000

/** A member of an object, `key: value`. */
export interface JsonMember {
  readonly key: string
  /** The place of the key. */
  readonly source: Source
  readonly value: JsonNode
}

/** An object: its members in the order of the text. No key occurs twice. */
export interface JsonObject {
  readonly kind: 'object'
  readonly source: Source
  readonly members: readonly JsonMember[]
}

/** An array. */
export interface JsonArray {
  readonly kind: 'array'
  readonly source: Source
  readonly items: readonly JsonNode[]
}

/** A string, unescaped. */
export interface JsonString {
  readonly kind: 'string'
  readonly source: Source
  readonly value: string
}

/** A number as it was written. */
export interface JsonNumber {
  readonly kind: 'number'
  readonly source: Source
  readonly text: string
}

/** `true`, `false` or `null`. */
export interface JsonWord {
  readonly kind: 'boolean' | 'null'
  readonly source: Source
}

/** A JSON value and its place. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonWord

/** A function from an offset in `text` to its place. */
function locator(text: string, file: string): (offset: number) => Source {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { file, line: low + 1, column: offset - starts[low]! + 1 }
  }
}

/** Where a text exceeds a bound, and what it says then. */
interface Excess {
  readonly offset: number
  readonly what: string
}

/** Where `text` nests too deep, or holds too many values, if it does. */
function excessOf(text: string): Excess | undefined {
  // A plain walk: a regular expression that skips strings runs out of stack on a string of megabytes.
  let depth = 0
  let values = 1
  let inString = false
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset]
    if (inString) {
      if (character === '\\') offset += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === ']' || character === '}') depth -= 1
    else if (character === '[' || character === '{' || character === ',') {
      values += 1 // the first in brackets, as if none were empty, or the next
      if (values > MAX_PROFILE_VALUES) return { offset, what: `has more than ${MAX_PROFILE_VALUES} values` }
      if (character === ',') continue
      depth += 1
      if (depth > MAX_PROFILE_DEPTH) return { offset, what: `nests deeper than ${MAX_PROFILE_DEPTH} levels` }
    }
  }
  return undefined
}

/** The messages for jsonc-parser's error codes. */
const SYNTAX: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'expected a key in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected a colon',
  CommaExpected: 'expected a comma',
  CloseBraceExpected: 'expected "}"',
  CloseBracketExpected: 'expected "]"',
  EndOfFileExpected: 'expected nothing after the value',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'expected a closing double quote',
  UnexpectedEndOfNumber: 'expected a digit',
  InvalidUnicode: 'expected four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'JSON has no such escape',
  InvalidCharacter: 'control characters in a string are written \\uXXXX',
}

function syntaxError(text: string, { error, offset, length }: ParseError, place: Source): PolicyError {
  const rule = SYNTAX[printParseErrorCode(error)] ?? 'syntax error'
  const got = text.slice(offset, offset + Math.max(length, 1))
  const found = got === '' ? 'the text ends here' : `got ${quote(got)}`
  return new PolicyError('E_SYNTAX', `not JSON: ${rule}; ${found}`, place)
}

/**
 * A list for the errors of the parser. Its first error ends the parser, because a hostile text could have an error at
 * each character.
 */
function firstError(text: string, at: (offset: number) => Source): ParseError[] {
  const errors: ParseError[] = []
  errors.push = (...found) => {
    for (const first of found) throw syntaxError(text, first, at(first.offset))
    return 0
  }
  return errors
}

function convert(node: Node, text: string, at: (offset: number) => Source): JsonNode {
  const source = at(node.offset)
  switch (node.type) {
    case 'object': {
      const seen = new Map<string, Source>()
      const members = (node.children ?? []).map((property): JsonMember => {
        const [name, value] = property.children ?? []
        const key = String(name?.value)
        const place = at(property.offset)
        const before = seen.get(key)
        if (before !== undefined)
          throw new PolicyError(
            'E_SYNTAX',
            `key ${quote(key)} is written twice, first at line ${before.line}; remove one`,
            place,
          )
        seen.set(key, place)
        return { key, source: place, value: convert(value!, text, at) } // the parser has reported an absent value
      })
      return { kind: 'object', source, members }
    }
    case 'array':
      return { kind: 'array', source, items: (node.children ?? []).map((item) => convert(item, text, at)) }
    case 'string':
      return { kind: 'string', source, value: String(node.value) }
    case 'number':
      return { kind: 'number', source, text: text.slice(node.offset, node.offset + node.length) }
    case 'boolean':
    case 'null':
      return { kind: node.type, source }
    case 'property':
      return convert(node.children![1]!, text, at) // not reached: the case of objects visits their properties itself
  }
}

/**
 * The tree of the JSON in `text`. A byte order mark in front is skipped, and columns do not count it. Messages call the
 * file a `what`.
 * @throws PolicyError E_SYNTAX where it is not JSON or has a key twice, E_LIMIT where it is too large or too deep
 */
export function parseJson(withMark: string, file: string, what: string = 'profile'): JsonNode {
  expectText(withMark, 'text')
  const text = withMark.startsWith('\ufeff') ? withMark.slice(1) : withMark
  if (text.length > MAX_PROFILE_LENGTH)
    throw new PolicyError(
      'E_LIMIT',
      `${what} has ${text.length} characters; at most ${MAX_PROFILE_LENGTH} are read`,
      { file, line: 1, column: 1 },
    )
  const at = locator(text, file)
  const excess = excessOf(text)
  if (excess !== undefined) throw new PolicyError('E_LIMIT', `${what} ${excess.what}`, at(excess.offset))
  if (text.trim() === '') throw new PolicyError('E_SYNTAX', `${what} is empty; expected a JSON object`, at(0))
  const tree = parseTree(text, firstError(text, at), {
    disallowComments: true,
    allowTrailingComma: false,
    allowEmptyContent: false,
  })
  if (tree === undefined) throw new PolicyError('E_SYNTAX', 'not JSON: expected a value', at(0))
  return convert(tree, text, at)
}
