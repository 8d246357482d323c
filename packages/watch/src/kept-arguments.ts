import { countedArguments } from '@seccompile/recording'
import { nameOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/**
 * A bit for each argument of call `nr` under `arch` whose values are kept: those that are neither addresses nor sizes, and all
 * six of a call that no table knows.
 */
export type KeptArguments = (arch: number, nr: number) => number

const ALL_SIX = 0b111111

/** The arguments that are kept of the calls of `abis`. A call is looked up once. */
export function keptArguments(abis: readonly AbiTable[]): KeptArguments {
  const known = new Map<number, Map<number, number>>()
  const find = (arch: number, nr: number): number => {
    const abi = abis.find((one) => one.auditArch === arch && nameOf(one, nr) !== undefined)
    const name = abi && nameOf(abi, nr)
    if (abi === undefined || name === undefined) return ALL_SIX
    return countedArguments(abi.token, name).reduce((bits, { index }) => bits | (1 << index), 0)
  }
  return (arch, nr) => {
    const calls = known.get(arch) ?? new Map<number, number>()
    if (calls.size === 0) known.set(arch, calls)
    const mask = calls.get(nr) ?? find(arch, nr)
    calls.set(nr, mask)
    return mask
  }
}
