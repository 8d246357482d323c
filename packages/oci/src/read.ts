/*
 * Functions that take values of an expected shape out of a JSON tree. Their errors say what was expected and
 * what was got.
 */
import { PolicyError } from '@seccompile/policy'
import { warning } from '@seccompile/policy/toolkit'
import type { Source, Warning, WarningName } from '@seccompile/policy'
import { didYouMean, misspelling, quote } from '@seccompile/shape'
import type { JsonArray, JsonMember, JsonNode, JsonObject } from './json.ts'

/** Keys for notes that people write; they cause no warning. */
const NOTES = ['comment', '$schema']

function described(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return 'an object'
    case 'array':
      return 'an array'
    case 'string':
      return `the string ${quote(node.value)}`
    case 'number':
      return `the number ${shortened(node.text)}`
    case 'boolean':
      return 'a boolean'
    case 'null':
      return 'null'
  }
}

const MAX_DIGITS = 40

function shortened(text: string): string {
  return text.length > MAX_DIGITS ? `${text.slice(0, MAX_DIGITS)}…` : text
}

function typeError(node: JsonNode, what: string, expected: string): PolicyError {
  return new PolicyError('E_TYPE', `${what} is ${described(node)}; expected ${expected}`, node.source)
}

/**
 * `node` as an object; `what` names it in the error.
 * @throws PolicyError E_TYPE
 */
export function objectAt(node: JsonNode, what: string, expected: string): JsonObject {
  if (node.kind !== 'object') throw typeError(node, what, expected)
  return node
}

/**
 * `node` as an array; `what` names it in the error.
 * @throws PolicyError E_TYPE
 */
export function arrayAt(node: JsonNode, what: string, expected: string): JsonArray {
  if (node.kind !== 'array') throw typeError(node, what, expected)
  return node
}

/**
 * `node` as a string; `what` names it in the error.
 * @throws PolicyError E_TYPE
 */
export function stringAt(node: JsonNode, what: string, expected: string): string {
  if (node.kind !== 'string') throw typeError(node, what, expected)
  return node.value
}

/**
 * `node` as an integer from 0 to `max` in decimal digits. The error says `expected`.
 * @throws PolicyError E_TYPE for a value that is no number, E_NUMBER for any other number
 */
export function integerAt(
  node: JsonNode,
  what: string,
  max: bigint,
  expected = `an integer from 0 to ${max}`,
): bigint {
  if (node.kind !== 'number') throw typeError(node, what, expected)
  const isInteger = /^(?:0|[1-9][0-9]*)$/.test(node.text)
  // A length check first: turning a megabyte of digits into a bigint takes long.
  const isSmall = isInteger && node.text.length <= max.toString().length && BigInt(node.text) <= max
  if (!isSmall) {
    const digits = /[.eE]/.test(node.text) ? ' in plain digits' : ''
    const text = shortened(node.text)
    throw new PolicyError('E_NUMBER', `${what} is ${text}; expected ${expected}${digits}`, node.source)
  }
  return BigInt(node.text)
}

/** The value under `key`; `undefined` where it is absent or null, which are the same for Go. */
export function field(object: JsonObject, key: string): JsonNode | undefined {
  const value = object.members.find((member) => member.key === key)?.value
  return value === undefined || value.kind === 'null' ? undefined : value
}

/**
 * The value under `key`.
 * @throws PolicyError E_TYPE where it is absent or null
 */
export function requiredField(object: JsonObject, key: string, what: string, expected: string): JsonNode {
  const value = field(object, key)
  if (value === undefined)
    throw new PolicyError('E_TYPE', `${what} has no ${quote(key)}; expected ${expected}`, object.source)
  return value
}

/** The error for a word that is not in `known`. */
export function unknownWord(
  kind: string,
  got: string,
  known: readonly string[],
  source: Source,
): PolicyError {
  // People often leave out the common beginning of all words: "allow" means "SCMP_ACT_ALLOW".
  const ending = `_${got.toUpperCase()}`
  const near = known.find((word) => word.endsWith(ending)) ?? got
  const hint = didYouMean(near, known, `; expected one of ${known.join(', ')}`)
  return new PolicyError('E_NAME', `unknown ${kind} ${quote(got)}${hint}`, source)
}

/** How many keys of one object have a warning of their own, where none of them is misspelt. */
const MAX_NAMED_KEYS = 100

/** Keys of one object that a reader ignores, and how its warnings speak of them. */
export interface IgnoredKeys {
  readonly members: readonly JsonMember[]
  /** The keys that the object may have. */
  readonly known: readonly string[]
  /** What such a key is called: `unknown key`. */
  readonly noun: string
  /** What the reader does with it, and why, which only the long text says. */
  readonly done: string
  readonly why?: string
  /** Whether it is a condition of a rule: without it, the rule holds for more calls. */
  readonly isCondition: (key: string) => boolean
}

/**
 * The warnings about keys that are ignored. If a key is a misspelt one, its meaning is lost, such as the conditions of
 * a rule. A hostile object has 300,000 keys: beyond {@link MAX_NAMED_KEYS}, those that are not misspelt share a
 * warning.
 */
export function warningsOfIgnoredKeys({
  members,
  known,
  noun,
  done,
  why = '',
  isCondition,
}: IgnoredKeys): Warning[] {
  const nameOf = ({ key }: JsonMember): WarningName => {
    if (misspelling(key, known) !== undefined) return 'misspelt-key'
    return isCondition(key) ? 'lost-condition' : 'ignored-key'
  }
  const named = members.map((member) => ({ member, name: nameOf(member) }))
  const isShared = ({ name }: (typeof named)[number], at: number): boolean =>
    name !== 'misspelt-key' && at >= MAX_NAMED_KEYS
  const own = named.flatMap((each, at) => {
    if (isShared(each, at)) return []
    const { key, source } = each.member
    const [what, hint] = [`${noun} ${quote(key)} is ${done}`, didYouMean(key, known)]
    return [warning(each.name, { brief: `${what}${hint}`, full: `${what}${why}${hint}` }, source)]
  })
  const others = (['lost-condition', 'ignored-key'] as const).flatMap((name) => {
    const shared = named.filter((each, at) => each.name === name && isShared(each, at))
    const [first] = shared
    if (first === undefined) return []
    const what = `${shared.length} more ${noun}${shared.length === 1 ? ' is' : 's are'} ${done}`
    return [warning(name, { brief: what, full: `${what}${why}` }, first.member.source)]
  })
  return [...own, ...others]
}

/**
 * Adds the warnings about the keys of `object` that are not in `known`. Such a key is ignored. With `areConditions`, each key
 * is a condition of a rule.
 *
 * A key that differs from a known one only in case is refused. Go would read it, so the profile would have another
 * meaning without it. For instance, a rule would lose its conditions.
 *
 * @throws PolicyError E_NAME for such a key
 */
export function warnOfUnknownKeys(
  warnings: Warning[],
  object: JsonObject,
  known: readonly string[],
  areConditions: boolean = false,
): void {
  const members = object.members.filter(({ key }) => !known.includes(key) && !NOTES.includes(key))
  for (const { key, source } of members) {
    const meant = known.find((name) => name.toLowerCase() === key.toLowerCase())
    if (meant !== undefined)
      throw new PolicyError('E_NAME', `unknown key ${quote(key)}; did you mean ${quote(meant)}?`, source)
  }
  const isCondition = (): boolean => areConditions
  warnings.push(
    ...warningsOfIgnoredKeys({ members, known, noun: 'unknown key', done: 'ignored', isCondition }),
  )
}

/**
 * Checks that `object` has only keys in `known`, and notes of people.
 * @throws PolicyError E_NAME for any other key
 */
export function checkKnownKeys(object: JsonObject, known: readonly string[]): void {
  const wrong = object.members.find(({ key }) => !known.includes(key) && !NOTES.includes(key))
  if (wrong === undefined) return
  const hint = didYouMean(wrong.key, known, `; expected one of ${known.join(', ')}`)
  throw new PolicyError('E_NAME', `unknown key ${quote(wrong.key)}${hint}`, wrong.source)
}
