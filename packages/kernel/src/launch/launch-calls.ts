import { machineEndianness } from '../native-abi.ts'
import type { LaunchCall, NativeAbi } from '../native-abi.ts'
import { possibleVerdicts, surelyRefuses } from './possible-verdicts.ts'

/** A call that starting a command needs, and a filter that never lets it through. */
export interface ForbiddenCall {
  readonly call: LaunchCall
  /** Which of the filters, from 0. */
  readonly filter: number
  /** What that filter may say to it, ascending. */
  readonly verdicts: readonly number[]
}

/**
 * The first of the calls that a launcher makes once filters are attached that one of them refuses whatever the
 * arguments; `undefined` where the command can start, as far as that shows.
 *
 * Each filter but the last must also let through the call by which the next is attached.
 */
export function forbiddenCall(
  filters: readonly Uint8Array[],
  abi: NativeAbi,
  calls: readonly LaunchCall[],
): ForbiddenCall | undefined {
  const little = machineEndianness() === 'little'
  for (const [index, filter] of filters.entries()) {
    const needed: readonly LaunchCall[] = index < filters.length - 1 ? ['seccomp', ...calls] : calls
    for (const call of needed) {
      const data = { nr: abi.calls[call], arch: abi.auditArch }
      if (!surelyRefuses(filter, data, little)) continue
      const verdicts = [...possibleVerdicts(filter, data, little)].filter((one) => one !== undefined)
      return { call, filter: index, verdicts: verdicts.sort((a, b) => a - b) }
    }
  }
  return undefined
}
