import type { Endianness } from '@seccompile/abi'
import {
  endianness as endiannessReader,
  listOf,
  oneOf,
  optional,
  record,
  u32,
  unread,
} from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { LAUNCH_CALLS, machineEndianness } from '../system/native-abi.ts'
import type { LaunchCall, NativeAbi } from '../system/native-abi.ts'
import { filterList, objectOf, readOptions } from '../system/option-readers.ts'
import { possibleVerdicts, surelyRefuses } from '../attach/possible-verdicts.ts'

/** A call that the start of a command needs, and a filter that always refuses it. */
export interface ForbiddenCall {
  readonly call: LaunchCall
  /** The index of the filter, from 0. */
  readonly filter: number
  /** The verdicts that this filter may return for the call, ascending. */
  readonly verdicts: readonly number[]
}

/** Facts about a launch that differ between launchers and machines. */
export interface LaunchTraits {
  /** The call by which the launcher attaches a filter. */
  readonly attaching?: 'seccomp' | 'prctl'
  /** The byte order of the filters. */
  readonly endianness?: Endianness
}

/** Reads the facts of an ABI. */
export const abiReader: Reader<NativeAbi> = record<NativeAbi>({
  token: unread(),
  auditArch: u32,
  calls: objectOf('an object with the numbers of calls'),
})

const traitsReader = record<LaunchTraits>({
  attaching: optional(oneOf(['seccomp', 'prctl'])),
  endianness: optional(endiannessReader),
})

const callsReader = listOf(oneOf(LAUNCH_CALLS))

/**
 * The first call of a launcher after attaching that some filter refuses whatever the arguments. `undefined` where no
 * such call is found: the command can probably start.
 *
 * Each filter but the last must also let through `attaching`, the call that attaches the next one.
 * @throws KernelError `E_ARGUMENT`
 */
export function forbiddenCall(
  filters: readonly Uint8Array[],
  abi: NativeAbi,
  calls: readonly LaunchCall[],
  traits: LaunchTraits = {},
): ForbiddenCall | undefined {
  const { attaching = 'seccomp', endianness = machineEndianness() } = readOptions(
    traitsReader,
    traits,
    'traits',
  )
  const { calls: numbers, auditArch } = readOptions(abiReader, abi, 'abi')
  const wanted = readOptions(callsReader, calls, 'calls')
  const little = endianness === 'little'
  for (const [index, filter] of readOptions(filterList, filters, 'filters').entries()) {
    const needed: readonly LaunchCall[] = index < filters.length - 1 ? [attaching, ...wanted] : wanted
    for (const call of needed) {
      const data = { nr: numbers[call], arch: auditArch }
      if (!surelyRefuses(filter, data, little)) continue
      const verdicts = [...possibleVerdicts(filter, data, little)].filter((one) => one !== undefined)
      return { call, filter: index, verdicts: verdicts.sort((a, b) => a - b) }
    }
  }
  return undefined
}
