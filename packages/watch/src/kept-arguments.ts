import { countedArguments } from '@seccompile/recording'
import { nameOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** An argument whose values are kept, with the bits of its two words that the kernel reads. */
export interface KeptArgument {
  readonly index: number
  readonly low: number
  readonly high: number
}

/**
 * The arguments of call `nr` under `arch` whose values are kept: those that are neither addresses nor sizes, and all six of a
 * call that no table knows.
 */
export type KeptArguments = (arch: number, nr: number) => readonly KeptArgument[]

const WORD = 0xffff_ffff

const ALL_SIX: readonly KeptArgument[] = [0, 1, 2, 3, 4, 5].map((index) => ({ index, low: WORD, high: WORD }))

/** The arguments that are kept of the calls of `abis`. A call is looked up once. */
export function keptArguments(abis: readonly AbiTable[]): KeptArguments {
  const known = new Map<number, Map<number, readonly KeptArgument[]>>()
  const find = (arch: number, nr: number): readonly KeptArgument[] => {
    const abi = abis.find((one) => one.auditArch === arch && nameOf(one, nr) !== undefined)
    const name = abi && nameOf(abi, nr)
    if (abi === undefined || name === undefined) return ALL_SIX
    return countedArguments(abi.token, name).map(({ index, width }) => ({
      index,
      low: width === 16 ? 0xffff : WORD,
      high: width === 64 ? WORD : 0,
    }))
  }
  return (arch, nr) => {
    const calls = known.get(arch) ?? new Map<number, readonly KeptArgument[]>()
    if (calls.size === 0) known.set(arch, calls)
    const kept = calls.get(nr) ?? find(arch, nr)
    calls.set(nr, kept)
    return kept
  }
}
