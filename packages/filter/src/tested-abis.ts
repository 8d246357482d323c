/* The ABIs that a filter is about where nobody names them: a raw filter does not say for which it was made. */
import { letsRun } from '@seccompile/abi'
import { inquire, isUndecided, STACK_LIMITS } from '@seccompile/prover'
import { expectObject } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { abis as allAbis } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { Filter } from './filter.ts'

/** Whether some call of `abis` runs, or the proof does not say. */
function mayRun({ leveled, endianness }: Filter, abis: readonly AbiTable[]): boolean {
  const inquiry = inquire(leveled, { endianness, ...(leveled.level === 'stack' ? STACK_LIMITS : {}) })
  if (inquiry.kind === 'undecided') return true
  try {
    return abis.some(({ auditArch }) => inquiry.call(letsRun, { arch: auditArch }) !== undefined)
  } catch (error) {
    if (!isUndecided(error)) throw error
    return true
  }
}

/**
 * `filter` with every ABI whose `arch` it names. Its own ABIs stay if a call of them may run, or if it names no other: no call of x86_64
 * runs under a filter for aarch64, so an answer about x86_64 alone would say nothing about that filter.
 */
export function withTestedAbis<Opened extends Filter>(filter: Opened): Opened {
  expectObject(filter, 'filter', 'leveled', 'endianness', 'abis', 'arches')
  const { abis, endianness } = filter
  const others = [...new Set(filter.arches())].flatMap((arch) => {
    if (abis.some(({ auditArch }) => auditArch === arch)) return []
    // The first of an `arch` is its main ABI: x86_64, not x32.
    const other = allAbis.find((each) => each.auditArch === arch && each.endianness === endianness)
    return other === undefined ? [] : [signedAbiTable(other.token)]
  })
  const [first, ...rest] = others
  if (first === undefined) return filter
  return { ...filter, abis: mayRun(filter, abis) ? [...abis, ...others] : [first, ...rest] }
}
