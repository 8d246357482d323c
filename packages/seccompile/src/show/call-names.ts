/*
 * Names for numbers, ranges of numbers and calls in answers of the prover.
 *
 * The ABIs of the question come first. A raw filter may test for other architectures; their own tables name their
 * calls. x32 shares its architecture with x86_64. Its numbers get names only where the question names x32: for
 * everybody else they are one range of unwanted numbers.
 */
import { auditArchName, NO_CALL } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import type { RangeSet } from '@seccompile/rules'
import { abis as allAbis, abiTable, calls, nameOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** Names calls. */
export interface CallNames {
  /** The name of call `nr` under `arch`; `undefined` where it is unknown. */
  readonly name: (arch: number, nr: number) => string | undefined
  /** The ABI of call `nr` under `arch`, or the first ABI of the arch; `undefined` where no table has the arch. */
  readonly abi: (arch: number, nr: number) => string | undefined
  /**
   * `read`, `x32:read`, `335..423`: names, with the ABI unless it is the first of the arch; numbers without a name as
   * ranges.
   */
  readonly list: (arch: number, numbers: RangeSet<number>) => readonly string[]
  /** A call with its arguments: `x86_64 personality(0x100000000)`. */
  readonly call: (data: SeccompData) => string
  /** The first ABI of an arch value: `x86_64`; the name of the value in the kernel where no table has it. */
  readonly arch: (arch: number) => string
}

const hex = (value: number | bigint): string => `0x${value.toString(16)}`
const plainNumber = (nr: number): string => (nr > 0xffff ? hex(nr) : String(nr))
const plainArgument = (value: bigint): string => (value < 10n ? value.toString() : hex(value))

/** Names from the tables of `abis`, then from all tables. */
export function callNames(abis: readonly AbiTable[]): CallNames {
  const tables = new Map<number, readonly AbiTable[]>()
  const tablesOf = (arch: number): readonly AbiTable[] => {
    const known = tables.get(arch)
    if (known !== undefined) return known
    const asked = abis.filter(({ auditArch }) => auditArch === arch)
    const others = allAbis.filter(({ auditArch, token }) => auditArch === arch && token !== 'x32')
    const found = asked.length > 0 ? asked : others.map(({ token }) => abiTable(token))
    tables.set(arch, found)
    return found
  }
  const prefixed = (abi: AbiTable, first: AbiTable | undefined, name: string): string =>
    abi === first ? name : `${abi.token}:${name}`
  const find = (arch: number, nr: number): { readonly abi: AbiTable; readonly name: string } | undefined => {
    for (const abi of tablesOf(arch)) {
      const found = nameOf(abi, nr)
      if (found !== undefined) return { abi, name: found }
    }
    return undefined
  }
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
    if (numbers.length === 1 && numbers[0]?.lo === 0 && numbers[0].hi === 0xffff_ffff) return ['every call']
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
    name: (arch, nr) => find(arch, nr)?.name,
    abi: (arch, nr) => find(arch, nr)?.abi.token ?? tablesOf(arch)[0]?.token,
    list,
    arch: archName,
    call: ({ arch, nr, args, instruction_pointer: pointer }) => {
      const last = args.findLastIndex((value) => value !== 0n)
      const shown = args.slice(0, last + 1).map(plainArgument)
      const known = find(arch, nr)
      const call = known?.name ?? (nr === NO_CALL ? 'call -1' : `call ${plainNumber(nr)}`)
      const from = pointer === 0n ? '' : ` at instruction pointer ${hex(pointer)}`
      return `${known?.abi.token ?? archName(arch)} ${call}(${shown.join(', ')})${from}`
    },
  }
}
