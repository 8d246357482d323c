/*
 * Parses a JSON object from name to number, and keeps the place of each.
 *
 * JSON.parse would lose places, silently keep the last of two equal keys, and treat `__proto__` specially. The
 * language here is small: one object of strings and numbers. So a loop over tokens is the whole parser, without
 * recursion.
 */
import { PolicyError } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import type { Source } from '@seccompile/policy'

/** A member of the object. */
export interface NamedNumber {
  readonly name: string
  /** The text of the number. */
  readonly number: string
  /** The place of the name. */
  readonly place: Source
  /** The place of the number. */
  readonly numberPlace: Source
}

const SPACE = /[ \t\n\r]*/y
/**
 * A pattern of a JSON string, of bounded length: a regular expression runs out of stack on megabytes, and no name is
 * so long.
 */
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})){0,200}"/uy
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.+-])/y

/** Describes the text at the offset, for a message. */
function found(text: string, offset: number): string {
  const rest = text.slice(offset, offset + 80)
  if (rest === '') return 'the text ends here'
  switch (rest[0]) {
    case '{':
      return 'got an object'
    case '[':
      return 'got an array'
    case '"':
      return `got the string ${quote(/^"((?:[^"\\]|\\.)*)/su.exec(rest)?.[1] ?? rest)}`
    default:
      return `got ${quote(/^[^\s,:{}[\]"]+|^./su.exec(rest)?.[0] ?? rest)}`
  }
}

/**
 * The members of the JSON object in `text`, in order.
 * @throws PolicyError E_SYNTAX where `text` is no such object or has a name twice, E_TYPE where a value is no
 * number
 */
export function parseNumbers(text: string, file: string): readonly NamedNumber[] {
  let offset = 0
  let lineStart = 0
  let line = 1
  const place = (): Source => ({ file, line, column: offset - lineStart + 1 })
  const fail = (expected: string): PolicyError =>
    new PolicyError('E_SYNTAX', `not JSON: expected ${expected}; ${found(text, offset)}`, place())
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset
    const [token] = pattern.exec(text) ?? []
    offset += token?.length ?? 0
    return token
  }
  const skipSpace = (): void => {
    const before = offset
    match(SPACE)
    for (let at = before; at < offset; at += 1) {
      if (text[at] !== '\n' && (text[at] !== '\r' || text[at + 1] === '\n')) continue
      line += 1
      lineStart = at + 1
    }
  }
  const take = (character: string): boolean => {
    skipSpace()
    if (text[offset] !== character) return false
    offset += 1
    return true
  }

  const seen = new Map<string, number>()
  const member = (): NamedNumber => {
    skipSpace()
    const at = place()
    const literal = match(STRING)
    if (literal === undefined) throw fail('the name of a call in double quotes')
    const name = String(JSON.parse(literal))
    const before = seen.get(name)
    if (before !== undefined)
      throw new PolicyError(
        'E_SYNTAX',
        `${quote(name)} is written twice, first at line ${before}; remove one, or write the sum`,
        at,
      )
    seen.set(name, at.line)
    if (!take(':')) throw fail('a colon')
    skipSpace()
    const numberPlace = place()
    const number = match(NUMBER)
    if (number === undefined)
      throw new PolicyError(
        'E_TYPE',
        `expected a number of calls or a share for ${quote(name)}; ${found(text, offset)}`,
        numberPlace,
      )
    return { name, number, place: at, numberPlace }
  }

  if (!take('{')) throw fail('an object from call name to number')
  const members: NamedNumber[] = []
  if (!take('}')) {
    do members.push(member())
    while (take(','))
    if (!take('}')) throw fail('a comma or "}"')
  }
  skipSpace()
  if (offset < text.length) throw fail('nothing after the object')
  return members
}
