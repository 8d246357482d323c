import { U64 } from '@seccompile/rules'
import { argumentOf, SELECTING_ARGUMENTS, signedAbiTable } from '@seccompile/signatures'
import type { SelectingArgument } from '@seccompile/signatures'
import type { CallOfAbi } from './registers.ts'
import type { KnownValues, SeenValues } from './seen-calls.ts'

/** An argument that selects what a call does, where it stands on an ABI. */
export interface SelectingIndex {
  readonly index: number
  readonly kind: SelectingArgument['kind']
  /** The bits that select. */
  readonly mask: bigint
}

/** The arguments that select what `call` does. */
export function selectingArguments({ abi, name }: CallOfAbi): readonly SelectingIndex[] {
  const table = signedAbiTable(abi)
  return SELECTING_ARGUMENTS.filter(({ call }) => call === name).flatMap(({ argument, kind, bits }) => {
    const found = argumentOf(table, name, argument)
    return found === undefined
      ? []
      : [{ index: found.index, kind, mask: bits === undefined ? U64.max : BigInt(bits) }]
  })
}

/** `lists` with only the bits of `selecting`, each once. */
export function selectedValues(
  { lists, isTold }: SeenValues,
  selecting: readonly SelectingIndex[],
): SeenValues {
  const distinct = new Map<string, KnownValues>()
  for (const list of lists) {
    const values = [...list].map(([index, { value }]) => {
      const { mask = U64.max } = selecting.find((one) => one.index === index) ?? {}
      return [index, { value: value & mask, mask }] as const
    })
    distinct.set(values.map(([index, { value }]) => `${index}:${value}`).join(), new Map(values))
  }
  return { lists: [...distinct.values()], isTold }
}
