/*
 * A profile in JSON that allows the recorded calls of a command, and what of it one call needs.
 *
 * It is written by code of its own. Only the table of the arguments that select is that of the packages: it says what a
 * condition of a call is.
 */
import type { RecordingRow } from '@seccompile/recording'
import { argumentOf, SELECTING_ARGUMENTS, signedAbiTable } from '@seccompile/signatures'
import type { SignedAbiTable } from '@seccompile/signatures'
import { OWN } from '../watch/machine.ts'

/** A comparison of a profile. */
interface ProfileComparison {
  readonly index: number
  readonly value: string
  readonly valueTwo?: string
  readonly op: 'SCMP_CMP_EQ' | 'SCMP_CMP_MASKED_EQ'
}

/** A recorded call, and the conditions under which it is allowed: one of several; always if there is none. */
export interface ProfileCall {
  readonly name: string
  readonly conditions: readonly (readonly ProfileComparison[])[]
}

const SIGNED: SignedAbiTable = signedAbiTable(OWN.token)
const FEW = 8

/** The argument lists of `rows` that have all of `indices`, each once; `undefined` where some values are not told. */
function listsOf(
  rows: readonly RecordingRow[],
  indices: readonly number[],
): readonly (readonly bigint[])[] | undefined {
  const found = new Map<string, readonly bigint[]>()
  for (const { args } of rows) {
    const values = indices.map((index) => args?.[index])
    if (values.includes('more')) return undefined
    const known = values.filter((value) => typeof value === 'bigint')
    if (known.length === indices.length && known.length > 0) found.set(known.join(), known)
  }
  return found.size === 0 ? undefined : [...found.values()]
}

function conditionsOf(call: string, rows: readonly RecordingRow[]): ProfileCall['conditions'] {
  const selecting = SELECTING_ARGUMENTS.filter((one) => one.call === call).flatMap((one) => {
    const argument = argumentOf(SIGNED, call, one.argument)
    return argument === undefined ? [] : [{ ...one, argument }]
  })
  const lists = listsOf(
    rows,
    selecting.map(({ argument: { index } }) => index),
  )
  if (lists === undefined) return []
  const all = 2n ** 64n - 1n
  const distinct = new Map<string, readonly ProfileComparison[]>()
  for (const list of lists) {
    const comparisons = selecting.flatMap(
      ({ kind, bits, argument: { index, width } }, at): readonly ProfileComparison[] => {
        const value = list[at]!
        const mask = bits === undefined ? all : BigInt(bits)
        if (kind === 'flags') {
          const seen = lists.reduce((sum, one) => sum | one[at]!, 0n)
          const others = mask & ~seen & ((1n << BigInt(width)) - 1n)
          return others === 0n
            ? []
            : [{ index, value: String(others), valueTwo: '0', op: 'SCMP_CMP_MASKED_EQ' }]
        }
        // A program of C passes such a value with either upper half.
        const read = width <= 32 && value >= 2n ** 31n ? mask & 0xffff_ffffn : mask
        return read === all
          ? [{ index, value: String(value), op: 'SCMP_CMP_EQ' }]
          : [{ index, value: String(read), valueTwo: String(value & read), op: 'SCMP_CMP_MASKED_EQ' }]
      },
    )
    distinct.set(JSON.stringify(comparisons), comparisons)
  }
  const conditions = [...distinct.values()]
  return conditions.length > FEW || conditions.some(({ length }) => length === 0) ? [] : conditions
}

/** The calls of this machine's ABI in `rows`, by name. */
export function allowedCalls(rows: readonly RecordingRow[]): readonly ProfileCall[] {
  const own = rows.filter(({ abi, call }) => abi === OWN.token && call !== undefined)
  const names = [...new Set(own.map(({ call = '' }) => call))].sort()
  return names.map((name) => ({
    name,
    conditions: conditionsOf(
      name,
      own.filter(({ call }) => call === name),
    ),
  }))
}

const argText = ({ index, value, valueTwo, op }: ProfileComparison): string =>
  `{ "index": ${index}, "value": ${value}, ${valueTwo === undefined ? '' : `"valueTwo": ${valueTwo}, `}"op": "${op}" }`

/** The text of a profile that allows `calls`, and `always` whatever their arguments. */
export function profileText(calls: readonly ProfileCall[], always: readonly string[]): string {
  const whole = calls.flatMap(({ name, conditions }) => (conditions.length === 0 ? [name] : []))
  const names = [...new Set([...whole, ...always])].sort().map((name) => `        "${name}"`)
  const entries = calls.flatMap(({ name, conditions }) =>
    conditions.map(
      (condition) =>
        `    { "names": ["${name}"], "action": "SCMP_ACT_ALLOW", "args": [${condition.map(argText).join(', ')}] }`,
    ),
  )
  return `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "defaultErrnoRet": 1,
  "architectures": ["${OWN.scmpName}"],
  "syscalls": [
    {
      "names": [
${names.join(',\n')}
      ],
      "action": "SCMP_ACT_ALLOW"
    }${entries.map((entry) => `,\n${entry}`).join('')}
  ]
}
`
}
