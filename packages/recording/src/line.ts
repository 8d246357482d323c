/*
 * Parses one line of a recording: a flat JSON object, with the column of each key and value.
 *
 * JSON.parse would lose columns, silently keep the last of two equal keys, and treat `__proto__` specially. A line is
 * flat: its values are texts, numbers, words, or lists of these. So a loop over tokens is the whole parser. It has no
 * recursion, and an input cannot be deep.
 */
import { PolicyError } from '@seccompile/policy'
import type { PolicyErrorCode, Source } from '@seccompile/policy'
import { quote } from '@seccompile/shape'

/** A value that is no list. */
type Scalar = string | number | boolean | null

/** A member of the object in a line. */
export interface Member {
  readonly key: string
  readonly value: Scalar | readonly Scalar[]
  /** The column of the key. */
  readonly keyColumn: number
  /** The column of the value. */
  readonly column: number
  /** The columns of the items of a list. */
  readonly itemColumns: readonly number[]
}

/** Makes the error for a fault at a column of the line. */
export type Fail = (code: PolicyErrorCode, what: string, column: number) => PolicyError

/** The {@link Fail} of line `line` of `file`. */
export function failAt(file: string, line: number): Fail {
  return (code, what, column) => new PolicyError(code, what, { file, line, column } satisfies Source)
}

/** A piece of a text without escapes. The control characters of JSON are those below 0x20. */
const PLAIN = /(?:[^"\\\p{Cc}]|[\u007f-\u009f])*/uy
const ESCAPE_OR_CONTROL = /[\\\p{Cc}]/u
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.+-])/y
const WORD = /(?:true|false|null)(?!\w)/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** What stands at the offset, for a message. */
function found(text: string, offset: number): string {
  const rest = text.slice(offset, offset + 80).trimEnd()
  if (rest === '') return 'the line ends here'
  if (rest.startsWith('{')) return 'got an object'
  if (rest.startsWith('[')) return 'got a list'
  return `got ${quote(/^[^\s,:{}[\]"]+|^"[^"]*"?|^./su.exec(rest)?.[0] ?? rest)}`
}

/** A place in a line, which moves on behind each token that is taken. */
interface LineCursor {
  /** The column of the place. */
  readonly column: () => number
  readonly isAtEnd: () => boolean
  readonly skipSpace: () => void
  /** Takes what `pattern`, a sticky one, matches here. */
  readonly match: (pattern: RegExp) => string | undefined
  /** Skips space, and takes `character`; yields whether it was there. */
  readonly take: (character: string) => boolean
  /** Takes a text in double quotes; `undefined` where none begins here. */
  readonly string: () => string | undefined
  /** The error for what stands here. */
  readonly refuse: (expected: string) => PolicyError
}

function cursorIn(text: string, fail: Fail): LineCursor {
  let offset = 0
  const refuse = (expected: string): PolicyError =>
    fail('E_SYNTAX', `not JSON: expected ${expected}; ${found(text, offset)}`, offset + 1)
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset
    const token = pattern.exec(text)?.[0]
    offset += token?.length ?? 0
    return token
  }
  const skipSpace = (): void => {
    while (text[offset] === ' ' || text[offset] === '\t' || text[offset] === '\r') offset += 1
  }
  /** The text with escapes whose first double quote is at the offset. */
  const escaped = (): string => {
    const start = offset
    offset += 1
    for (;;) {
      match(PLAIN)
      if (text[offset] === '"') break
      if (match(ESCAPE) === undefined) throw refuse('the rest of a text, and a double quote')
    }
    offset += 1
    return String(JSON.parse(text.slice(start, offset)))
  }
  return {
    column: () => offset + 1,
    isAtEnd: () => offset >= text.length,
    skipSpace,
    match,
    take: (character) => {
      skipSpace()
      if (text[offset] !== character) return false
      offset += 1
      return true
    },
    string: () => {
      if (text[offset] !== '"') return undefined
      const end = text.indexOf('"', offset + 1)
      const plain = text.slice(offset + 1, end)
      if (end === -1 || ESCAPE_OR_CONTROL.test(plain)) return escaped()
      offset = end + 1
      return plain
    },
    refuse,
  }
}

/**
 * The members of the object in `text`, one line, in order.
 * @throws what `fail` makes: E_SYNTAX where the line is no flat object or has a key twice
 */
export function parseLine(text: string, fail: Fail): readonly Member[] {
  const { column, isAtEnd, skipSpace, match, take, string, refuse } = cursorIn(text, fail)
  const scalar = (expected: string): Scalar => {
    const quoted = string()
    if (quoted !== undefined) return quoted
    const number = match(NUMBER)
    if (number !== undefined) return Number(number)
    const word = match(WORD)
    if (word === undefined) throw refuse(expected)
    return word === 'null' ? null : word === 'true'
  }
  const list = (columns: number[]): readonly Scalar[] => {
    const items: Scalar[] = []
    if (take(']')) return items
    do {
      skipSpace()
      columns.push(column())
      items.push(scalar('a text, a number, true, false or null'))
    } while (take(','))
    if (!take(']')) throw refuse('a comma or "]"')
    return items
  }

  const members: Member[] = []
  const member = (): void => {
    skipSpace()
    const keyColumn = column()
    const key = string()
    if (key === undefined) throw refuse('a key in double quotes')
    if (members.some((before) => before.key === key))
      throw fail('E_SYNTAX', `the key ${quote(key)} is written twice; remove one`, keyColumn)
    if (!take(':')) throw refuse('a colon')
    skipSpace()
    const valueColumn = column()
    const itemColumns: number[] = []
    const value = take('[')
      ? list(itemColumns)
      : scalar('a text, a number, true, false, null, or a list of these')
    members.push({ key, value, keyColumn, column: valueColumn, itemColumns })
  }

  if (!take('{')) throw refuse('an object')
  if (!take('}')) {
    do member()
    while (take(','))
    if (!take('}')) throw refuse('a comma or "}"')
  }
  skipSpace()
  if (!isAtEnd()) throw refuse('nothing after the object')
  return members
}
