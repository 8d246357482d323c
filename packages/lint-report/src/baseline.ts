/*
 * A baseline: findings that a person has accepted, each with a reason.
 *
 *   { "accepted": [ { "lintRule": "tty-injection", "call": "ioctl", "reason": "the terminal is a pipe" } ] }
 *
 * An entry accepts what a lint rule, or a warning, finds about one call. Without `call` it accepts what the lint rule finds
 * without a call to show. With `abi` it accepts only what a call of that ABI shows, or what is found on that ABI. An entry that accepts nothing
 * may be left over from a mistake that is mended, so it is reported.
 */
import {
  arrayAt,
  checkKnownKeys,
  field,
  objectAt,
  parseJson,
  requiredField,
  stringAt,
} from '@seccompile/oci/reading'
import type { JsonNode, JsonObject } from '@seccompile/oci/reading'
import { partsOf, splitFinding } from '@seccompile/lint'
import { PolicyError } from '@seccompile/policy'
import { formatSource } from '@seccompile/policy/toolkit'
import type { Finding, Source } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import { abiByName, abis, nameOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { signedAbiTable } from '@seccompile/signatures'

/** An accepted finding. */
export interface BaselineEntry {
  /** The name of a lint rule or a warning. */
  readonly lintRule: string
  readonly call?: string
  readonly abi?: AbiToken
  readonly reason: string
  readonly source: Source
}

/** The text under `key`; `undefined` for an absent key. @throws PolicyError for another value, or an empty text */
function textAt(object: JsonObject, key: string): string | undefined {
  const node = field(object, key)
  return node && wordAt(node, key)
}

function wordAt(node: JsonNode, key: string): string {
  const value = stringAt(node, quote(key), 'text').trim()
  if (value === '') throw new PolicyError('E_EMPTY', `${quote(key)} is empty`, node.source)
  return value
}

function abiAt(object: JsonObject): AbiToken | undefined {
  const node = field(object, 'abi')
  if (node === undefined) return undefined
  const text = wordAt(node, 'abi')
  const abi = abiByName(text)
  if (abi !== undefined) return abi.token
  const known = abis.map(({ token }) => token)
  const hint = didYouMean(text, known, `; known: ${known.join(', ')}`)
  throw new PolicyError('E_NAME', `unknown ABI ${quote(text)}${hint}`, node.source)
}

function entryAt(node: JsonNode): BaselineEntry {
  const shape = 'an object with "lintRule" and "reason"'
  const object = objectAt(node, 'an entry', shape)
  checkKnownKeys(object, ['lintRule', 'call', 'abi', 'reason'])
  const call = textAt(object, 'call')
  const abi = abiAt(object)
  return {
    lintRule: wordAt(requiredField(object, 'lintRule', 'an entry', 'the name of a lint rule'), 'lintRule'),
    ...(call === undefined ? {} : { call }),
    ...(abi === undefined ? {} : { abi }),
    reason: wordAt(requiredField(object, 'reason', 'an entry', 'why the finding is accepted'), 'reason'),
    source: object.source,
  }
}

/** The entries of the baseline in the JSON `text` of `file`. @throws PolicyError with the place of the fault */
export function parseBaseline(text: string, file: string): readonly BaselineEntry[] {
  const root = objectAt(parseJson(text, file, 'baseline'), 'the baseline', 'an object with a list "accepted"')
  checkKnownKeys(root, ['accepted'])
  const list = requiredField(root, 'accepted', 'the baseline', 'a list of accepted findings')
  return arrayAt(list, '"accepted"', 'a list of accepted findings').items.map(entryAt)
}

/** What a finding is known by, wherever its rule stands: an entry of a baseline has the same three. */
export type FindingKey = Pick<BaselineEntry, 'lintRule' | 'call' | 'abi'>

/** The key of `finding`: its call by name, or by number if it has no name, and its first ABI. */
export function keyOf({ name, call, abis }: Finding): FindingKey {
  const abi = call?.abi ?? abis?.[0]
  return {
    lintRule: name,
    ...(call === undefined
      ? {}
      : { call: nameOf(signedAbiTable(call.abi), call.data.nr) ?? String(call.data.nr) }),
    ...(abi === undefined ? {} : { abi }),
  }
}

/** Whether `entry` accepts `finding`, which concerns one ABI. */
function accepts(entry: BaselineEntry, finding: Finding): boolean {
  const { lintRule, call, abi } = keyOf(finding)
  return entry.lintRule === lintRule && entry.call === call && (entry.abi === undefined || entry.abi === abi)
}

/** Whether `entry` accepts some part of `finding`. */
export function acceptsSome(entry: BaselineEntry, finding: Finding): boolean {
  return partsOf(finding).some((part) => accepts(entry, part))
}

/** A finding, or a part of one, and the entry that accepts it. */
export interface BaselineMatch {
  readonly finding: Finding
  readonly entry: BaselineEntry | undefined
}

/** The parts of the finding, each with the entry of `baseline` that accepts it; of several entries, the first. */
export function judge(finding: Finding, baseline: readonly BaselineEntry[]): readonly BaselineMatch[] {
  const entryOf = (part: Finding): BaselineEntry | undefined => baseline.find((entry) => accepts(entry, part))
  return splitFinding(finding, entryOf).map(({ key: entry, finding: part }) => ({ finding: part, entry }))
}

/** The text about an entry that accepts no finding. */
export function unmatchedText(entry: BaselineEntry, known: ReadonlySet<string>): string {
  const { lintRule, call, abi, source } = entry
  const about = call === undefined ? '' : ` about ${quote(call)}${abi === undefined ? '' : ` on ${abi}`}`
  const why = known.has(lintRule)
    ? `no finding of ${quote(lintRule)}${about}; remove the entry`
    : `no lint rule is called ${quote(lintRule)}${didYouMean(lintRule, known)}`
  return `${formatSource(source)}: the entry accepts nothing: ${why}`
}
