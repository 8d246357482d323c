/* Names for arch values, numbers, ranges of numbers and calls in answers of the prover. */
import { auditArchName, NO_CALL } from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import type { RangeSet } from '@seccompile/rules'
import { argumentsInC } from '@seccompile/signatures'
import { calls, firstArgument } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { ArgumentNames } from './argument-names.ts'
import { callTables } from './call-tables.ts'
import type { CallTables } from './call-tables.ts'
import type { RawOption } from './load-names.ts'
import { verdictAt } from './verdict-at.ts'
import type { VerdictPlace } from './verdict-at.ts'

/** Names calls. */
export interface CallNames {
  /** The name of call `nr` under `arch`; `undefined` for an unknown call. */
  readonly name: (arch: number, nr: number) => string | undefined
  /** The ABI of call `nr` under `arch`, or the first ABI of the arch; `undefined` for an arch without a table. */
  readonly abi: (arch: number, nr: number) => string | undefined
  /**
   * `read`, `x32:read`, `335..423`: names, with the ABI unless it is the first of the arch; numbers without a name as
   * ranges.
   */
  readonly list: (arch: number, numbers: RangeSet<number>) => readonly string[]
  /** The tables that name the calls of an arch, the main one first; empty for an arch without a table. */
  readonly tables: (arch: number) => readonly AbiTable[]
  /** A call with its arguments: `x86_64 personality(0x100000000)`, or with names `x86_64 socket(family=AF_UNIX)`. */
  readonly call: (data: SeccompData) => string
  /** The first ABI of an arch value: `x86_64`. For a value without a table, the kernel's name of the value. */
  readonly arch: (arch: number) => string
  /** The names of arguments; absent if arguments are shown as numbers. */
  readonly args?: ArgumentNames | undefined
  /** A verdict on calls of an arch value or of ABIs: an errno by name, or with `--raw` by number. */
  readonly verdict: (verdict: Verdict, place: VerdictPlace) => string
}

/** The name of all numbers of an ABI, or of an arch value, together. */
export const EVERY_CALL = 'every call'

const hex = (value: number | bigint): string => `0x${value.toString(16)}`
/** A number as people know it: large numbers in hexadecimal. */
export const plainNumber = (nr: number): string => (nr > 0xffff ? hex(nr) : String(nr))
const plainArgument = (value: bigint): string => (value < 10n ? value.toString() : hex(value))

/**
 * The registers of a call, up to the last one that is not 0. Values stand without names if values in the order of the
 * C function fill the same registers. So a person can type the call as it is shown.
 */
function plainArguments({ args, arch, nr }: SeccompData, { find, of }: CallTables): readonly string[] {
  const known = find(arch, nr)
  const inC = known && argumentsInC(known.abi, known.name)
  const [main] = of(arch)
  const isShifted = main !== undefined && firstArgument(main) !== 0
  const isAtPlace = (index: number): boolean =>
    inC === undefined ? !isShifted : inC[index]?.index === index && inC[index].high === undefined
  const last = args.findLastIndex((value) => value !== 0n)
  const shown = args.slice(0, last + 1)
  if (shown.every((_, index) => isAtPlace(index))) return shown.map(plainArgument)
  return shown.flatMap((value, index) => {
    const isNumber = isShifted && index === 0 && value === BigInt(nr)
    return value === 0n || isNumber ? [] : [`args[${index}]=${plainArgument(value)}`]
  })
}

/**
 * Names from the tables of `abis`, then from all tables.
 * @param names - the names of arguments; without them arguments are numbers
 * @param option - with `--raw`, errnos are numbers
 */
export function callNames(
  abis: readonly AbiTable[],
  names?: ArgumentNames,
  option: RawOption = {},
): CallNames {
  const tables = callTables(abis)
  const { of: tablesOf, find } = tables
  const prefixed = (abi: AbiTable, first: AbiTable | undefined, name: string): string =>
    abi === first ? name : `${abi.token}:${name}`
  const archName = (arch: number): string => tablesOf(arch)[0]?.token ?? `arch ${auditArchName(arch)}`

  const list = (arch: number, numbers: RangeSet<number>): readonly string[] => {
    const [first, ...others] = tablesOf(arch)
    const known = (first === undefined ? [] : [first, ...others])
      .flatMap((abi) => calls(abi).map((call) => ({ nr: call.nr, name: prefixed(abi, first, call.name) })))
      .filter(({ nr }, i, all) => all.findIndex((other) => other.nr === nr) === i)
      .toSorted((a, b) => a.nr - b.nr)
    const unnamed: string[] = []
    const named: string[] = []
    const gap = (lo: number, hi: number): void => {
      if (lo <= hi) unnamed.push(lo === hi ? plainNumber(lo) : `${plainNumber(lo)}..${plainNumber(hi)}`)
    }
    if (numbers.length === 1 && numbers[0]?.lo === 0 && numbers[0].hi === 0xffff_ffff) return [EVERY_CALL]
    for (const { lo, hi } of numbers) {
      let next = lo
      for (const call of known) {
        if (call.nr < lo || call.nr > hi) continue
        gap(next, call.nr - 1)
        named.push(call.name)
        next = call.nr + 1
      }
      gap(next, hi)
    }
    return [...named, ...unnamed]
  }

  return {
    tables: tablesOf,
    name: (arch, nr) => find(arch, nr)?.name,
    abi: (arch, nr) => find(arch, nr)?.abi.token ?? tablesOf(arch)[0]?.token,
    list,
    arch: archName,
    args: names,
    verdict: (verdict, place) => verdictAt(verdict, place, option),
    call: (data) => {
      const { arch, nr, instruction_pointer: pointer } = data
      const named = names?.values(data)
      const shown =
        named === undefined ? plainArguments(data, tables) : named.map(({ name, text }) => `${name}=${text}`)
      const known = find(arch, nr)
      const call = known?.name ?? (nr === NO_CALL ? 'call -1' : `call ${plainNumber(nr)}`)
      const from = pointer === 0n ? '' : ` at instruction pointer ${hex(pointer)}`
      return `${known?.abi.token ?? archName(arch)} ${call}(${shown.join(', ')})${from}`
    },
  }
}
