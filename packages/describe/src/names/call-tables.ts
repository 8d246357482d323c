/*
 * The tables that name calls.
 *
 * The ABIs of the question come first. A raw filter may test for other architectures; the tables of those name their
 * calls. x32 shares its architecture with x86_64. Numbers of x32 get names only if the question names x32. In all
 * other questions they are one range of unwanted numbers.
 */
import { expectList } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { abis as allAbis, nameOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** A call in the table of its ABI. */
export interface FoundCall {
  readonly abi: AbiTable
  readonly name: string
}

/** Finds tables by `arch`, and calls by number. */
export interface CallTables {
  /** The tables of an arch value, the main one first; empty for an arch without a table. */
  readonly of: (arch: number) => readonly AbiTable[]
  /** The call `nr` under `arch`; `undefined` for an unknown call. */
  readonly find: (arch: number, nr: number) => FoundCall | undefined
}

/** The tables of `abis`, then all tables. */
export function callTables(abis: readonly AbiTable[]): CallTables {
  expectList(abis, 'abis', 'token', 'auditArch')
  const tables = new Map<number, readonly AbiTable[]>()
  const tablesOf = (arch: number): readonly AbiTable[] => {
    const known = tables.get(arch)
    if (known !== undefined) return known
    const asked = abis.filter(({ auditArch }) => auditArch === arch)
    const others = allAbis.filter(({ auditArch, token }) => auditArch === arch && token !== 'x32')
    const found = asked.length > 0 ? asked : others.map(({ token }) => signedAbiTable(token))
    tables.set(arch, found)
    return found
  }
  return {
    of: tablesOf,
    find: (arch, nr) => {
      for (const abi of tablesOf(arch)) {
        const name = nameOf(abi, nr)
        if (name !== undefined) return { abi, name }
      }
      return undefined
    },
  }
}
