/* Reads the three kinds of lines: the head, a row and the end. */
import type { PolicyErrorCode } from '@seccompile/policy'
import {
  didYouMean,
  listOf,
  oneOf,
  optional,
  quote,
  read,
  record,
  shown,
  text,
  whole,
} from '@seccompile/shape'
import type { Reader, ShapeFault } from '@seccompile/shape'
import { abis, abiTable, nameOf, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { parseLine } from './line.ts'
import type { Fail, Member } from './line.ts'
import { MAX_NUMBER, MAX_TEXT, RECORDING_FORMAT, RECORDING_VERSION } from './recording.ts'
import type { RecordedValue, RecordingHead, RecordingRow } from './recording.ts'
import { NAME, rowFault } from './row-fault.ts'

/** The last line: how many rows stand before it, and how many calls they count. */
export interface RecordingEnd {
  readonly rows: number
  /** The sum of the counts of rows without values of arguments. */
  readonly calls: number
}

const CODES: Readonly<Record<ShapeFault, PolicyErrorCode>> = {
  type: 'E_TYPE',
  name: 'E_NAME',
  number: 'E_NUMBER',
}

/** A text that is not too long. */
export const shortText: Reader<string> = (at) => {
  const read = text(at)
  if (read.length <= MAX_TEXT) return read
  throw at.error('number', at.where, `expected up to ${MAX_TEXT} characters; got ${read.length}`)
}

const token: Reader<AbiToken> = oneOf(abis.map((abi) => abi.token))
const amount = whole(MAX_NUMBER)

/** Reads a head. Its values are the same in JSON and in JavaScript. */
export const headReader: Reader<RecordingHead> = record<RecordingHead>({
  source: shortText,
  machine: shortText,
  kernel: optional(shortText),
  libc: optional(shortText),
  abis: listOf(token),
  scenario: optional(shortText),
  outerFilters: optional(amount),
  unseen: listOf(shortText),
  began: optional(amount),
})

const endReader = record<RecordingEnd>({ rows: amount, calls: amount })

const VALUE = /^0x(?:0|[1-9a-f][0-9a-f]{0,15})$/

/** A value in JSON: `"0x2"`, `"more"` or `null`. */
const valueReader: Reader<RecordedValue> = ({ value, where, error }) => {
  if (value === null || value === 'more') return value
  if (typeof value === 'string' && VALUE.test(value)) return BigInt(value)
  const got = typeof value === 'string' ? quote(value) : shown(value)
  throw error(
    'type',
    where,
    `expected a value such as "0x2", in lower case and without leading zeros, up to 64 bits; or "more" or null; got ${got}`,
  )
}

/** A reader of rows whose values `value` reads. */
export const rowReader = (value: Reader<RecordedValue>): Reader<RecordingRow> =>
  record<RecordingRow>({
    abi: token,
    nr: optional(whole(0xffff_ffff)),
    call: optional(shortText),
    program: optional(shortText),
    args: optional(listOf(value)),
    count: whole(MAX_NUMBER, 1),
    first: optional(amount),
    last: optional(amount),
  })

const jsonRowReader = rowReader(valueReader)

const HEAD_KEYS = [
  'format', 'version', 'source', 'machine', 'kernel', 'libc', 'abis', 'scenario', 'outerFilters', 'unseen', 'began',
] as const // prettier-ignore
const ROW_KEYS = ['abi', 'nr', 'call', 'program', 'args', 'count', 'first', 'last'] as const
const END_KEYS = ['end', 'rows', 'calls'] as const

/** The result of `reader` on the members, without those in `consumed`. Errors have the column of what is wrong. */
function readMembers<T>(
  reader: Reader<T>,
  members: readonly Member[],
  known: readonly string[],
  consumed: readonly string[],
  fail: Fail,
): T {
  const object: Record<string, unknown> = {}
  for (const { key, value, keyColumn } of members) {
    // Before the assignment: a key such as `__proto__` never becomes a property.
    if (!known.includes(key))
      throw fail(
        'E_NAME',
        `unknown key ${quote(key)}${didYouMean(key, known, `; expected one of ${known.join(', ')}`)}`,
        keyColumn,
      )
    if (!consumed.includes(key)) object[key] = value
  }
  return read(reader, object, '', (fault, where, message) => {
    const at = columnOf(members, where)
    return fail(CODES[fault], `${where}: ${message}`, at)
  })
}

/** The column of the value at `where`, a key or `key[index]`; 1 for a key that is absent. */
function columnOf(members: readonly Member[], where: string): number {
  const [, key = where, index] = /^(\w+)\[(\d+)\]/.exec(where) ?? []
  const member = members.find((one) => one.key === key)
  if (member === undefined) return 1
  return index === undefined ? member.column : (member.itemColumns[Number(index)] ?? member.column)
}

const memberOf = (members: readonly Member[], key: string): Member | undefined =>
  members.find((one) => one.key === key)

/** Whether `text` begins as a recording does. */
export function isRecording(given: string): boolean {
  return /^\ufeff?[ \t]*\{[ \t]*"format"[ \t]*:[ \t]*"seccompile-recording"/.test(given)
}

/**
 * The head in `line`.
 * @throws what `fail` makes where it is no head, or of a version that this package does not read
 */
export function readHead(line: string, fail: Fail): RecordingHead {
  const members = parseLine(line, fail)
  const format = memberOf(members, 'format')
  if (format?.value !== RECORDING_FORMAT)
    throw fail(
      'E_SYNTAX',
      `expected a recording, whose first line has "format": "${RECORDING_FORMAT}"`,
      format?.column ?? 1,
    )
  const version = memberOf(members, 'version')
  // Before all other keys: a newer version may have keys that this one does not know.
  if (version?.value !== RECORDING_VERSION) {
    const got = typeof version?.value === 'number' ? String(version.value) : 'none'
    const newer = Number(got) > RECORDING_VERSION ? '; read it with a newer seccompile' : ''
    throw fail(
      'E_NUMBER',
      `expected version ${RECORDING_VERSION} of the format of recordings; got ${got}${newer}`,
      version?.column ?? 1,
    )
  }
  return readMembers(headReader, members, HEAD_KEYS, ['format', 'version'], fail)
}

/**
 * The row or the end in `line`.
 * @throws what `fail` makes where it is neither
 */
export function readRowOrEnd(
  line: string,
  fail: Fail,
): { readonly row: RecordingRow } | { readonly end: RecordingEnd } {
  const members = parseLine(line, fail)
  const end = memberOf(members, 'end')
  if (end !== undefined) {
    if (end.value !== true) throw fail('E_TYPE', 'end: expected true', end.column)
    return { end: readMembers(endReader, members, END_KEYS, ['end'], fail) }
  }
  const row = readMembers(jsonRowReader, members, ROW_KEYS, [], fail)
  const fault = rowFault(row) ?? nameFault(row)
  if (fault !== undefined) throw fail(fault.code, fault.message, columnOf(members, fault.where))
  return { row }
}

/** Why the number and the name of a row do not fit our tables. A name that no table has may be of a newer kernel. */
function nameFault({ abi, nr, call }: RecordingRow): ReturnType<typeof rowFault> {
  if (nr === undefined || call === undefined) return undefined
  if (!NAME.test(call))
    return { code: 'E_NAME', where: 'call', message: `call: ${quote(call)} is no name of a call` }
  const table = abiTable(abi)
  const name = nameOf(table, nr)
  const known = numberOf(table, call)
  if (name === call || (name === undefined && known === undefined)) return undefined
  const is = name === undefined ? `${call} has number ${known}` : `number ${nr} is ${name}`
  return {
    code: 'E_CONFLICT',
    where: 'call',
    message: `call: got number ${nr} and ${quote(call)}; on ${abi}, ${is}`,
  }
}
