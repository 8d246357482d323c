/*
 * The refused calls in a report of `run --report --json` or `try --json`, as rows of a recording. The call for which the command was
 * killed is one of them.
 *
 * A report is one line of standard error, beside what the command wrote there. So lines that are no report are not looked at.
 */
import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import { PolicyError } from '@seccompile/policy'
import { readPolicy } from '@seccompile/policy/toolkit'
import type { RecordingRow } from '@seccompile/recording'
import { expectText, listOf, oneOf, optional, record, text, u32, whole } from '@seccompile/shape'
import type { Fields, Reader } from '@seccompile/shape'
import { abis } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'

/** A refused call in a report, with the keys that matter here. */
interface DeniedRow {
  readonly abi: AbiToken
  /** Absent where it is not known for which call the command was killed. */
  readonly nr?: number
  readonly name?: string
  readonly args?: readonly (string | null)[]
  readonly count: number
}

const valueReader: Reader<string | null> = (at) => {
  const { value, where, error } = at
  if (value === null || (typeof value === 'string' && /^0x[0-9a-f]{1,16}$/.test(value))) return value
  throw error('type', where, 'expected a value such as "0x2", or null')
}

const FIELDS: Fields<DeniedRow> = {
  abi: oneOf(abis.map(({ token }) => token)),
  nr: optional(u32),
  name: optional(text),
  args: optional(listOf(valueReader)),
  count: whole(Number.MAX_SAFE_INTEGER, 1),
}

const deniedReader = record<DeniedRow>(FIELDS)

/** The keys of `value` that are read, without those that are null or absent. */
function knownKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).filter(([key, member]) => Object.hasOwn(FIELDS, key) && member !== undefined),
  )
}

/** The call for which the command was killed, in the key `refused` of a report; a row without a number where it is not known. */
function killed(refused: unknown): readonly object[] {
  if (typeof refused !== 'object' || refused === null) return []
  return 'abi' in refused ? [{ ...refused, count: 1 }] : [{ abi: 'x86_64', count: 1 }]
}

/** The denied calls in `line`, and the one for which the command was killed; `undefined` where it is no report. */
function deniedIn(line: string): readonly unknown[] | undefined {
  if (!line.startsWith('{') || !line.includes('"denied"')) return undefined
  try {
    const { denied, refused } = JSON.parse(line) as { readonly denied?: unknown; readonly refused?: unknown }
    return Array.isArray(denied) ? [...(denied as unknown[]), ...killed(refused)] : undefined
  } catch {
    return undefined // a line of the command itself
  }
}

/** @throws PolicyError, without a place, for more values than a call has arguments */
function rowsOf({ abi, nr, name, args, count }: DeniedRow): readonly RecordingRow[] {
  if (nr === undefined) return [{ abi, count }]
  const row = { abi, nr, ...(name === undefined ? {} : { call: name }), count }
  if (args !== undefined && args.length > SECCOMP_DATA_ARGS)
    throw new PolicyError('E_LIMIT', `args: expected up to ${SECCOMP_DATA_ARGS} values; got ${args.length}`)
  const values = args?.map((value) => (value === null ? null : BigInt(value))) ?? []
  const last = values.findLastIndex((value) => value !== null)
  return last === -1 ? [row] : [row, { ...row, args: values.slice(0, last + 1) }]
}

/**
 * The rows of the refused calls that the reports in `given` name; `undefined` where it holds no report.
 * @throws PolicyError with the line of a call that is none
 */
export function reportRows(given: string, file: string): readonly RecordingRow[] | undefined {
  expectText(given, 'text')
  expectText(file, 'file')
  const reports = given
    .replace(/^\ufeff/, '')
    .split('\n')
    .map(deniedIn)
  if (reports.every((denied) => denied === undefined)) return undefined
  return reports.flatMap((denied, line) =>
    (denied ?? []).flatMap((one, index) => {
      try {
        return rowsOf(readPolicy(deniedReader, knownKeys(one), `denied[${index}]`))
      } catch (error) {
        if (!(error instanceof Error)) throw error
        throw new PolicyError('E_TYPE', error.message, { file, line: line + 1, column: 1 }, { cause: error })
      }
    }),
  )
}
