/* The ABIs that a filter is about where nobody names them: a raw filter does not say for which it was made. */
import { letsRun } from '@seccompile/abi'
import type { Endianness } from '@seccompile/abi'
import { inquire, isUndecided, STACK_LIMITS } from '@seccompile/prover'
import { expectList, expectObject } from '@seccompile/shape'
import { abis as allAbis } from '@seccompile/syscalls'
import type { AbiFacts, AbiToken } from '@seccompile/syscalls'
import type { Filter } from './filter.ts'

/** The meaning of a filter whose ABIs are asked for. */
type Meaning = Pick<Filter, 'subject' | 'endianness' | 'arches'>

/** Whether some call of `abis` runs, or the proof does not say. */
function mayRun({ subject, endianness }: Meaning, abis: readonly AbiFacts[]): boolean {
  const inquiry = inquire(subject, { endianness, ...(subject.level === 'stack' ? STACK_LIMITS : {}) })
  if (inquiry.kind === 'undecided') return true
  try {
    return abis.some(({ auditArch }) => inquiry.call(letsRun, { arch: auditArch }) !== undefined)
  } catch (error) {
    if (!isUndecided(error)) throw error
    return true
  }
}

/** The ABI by which a raw filter of a byte order is read where nothing says another: that of most machines. */
export const usualAbi = (endianness: Endianness): AbiToken => (endianness === 'little' ? 'x86_64' : 's390x')

/**
 * `own` and every ABI whose `arch` the filter names. `own` stay if a call of them may run, or if the filter names no other: no call of
 * x86_64 runs under a filter for aarch64, so an answer about x86_64 alone would say nothing about that filter.
 */
export function testedAbis(filter: Meaning, own: readonly AbiFacts[]): readonly AbiToken[] {
  expectObject(filter, 'filter', 'subject', 'endianness', 'arches')
  expectList(own, 'own', 'token', 'auditArch')
  const others = [...new Set(filter.arches())].flatMap((arch) => {
    if (own.some(({ auditArch }) => auditArch === arch)) return []
    // The first of an `arch` is its main ABI: x86_64, not x32.
    const other = allAbis.find((each) => each.auditArch === arch && each.endianness === filter.endianness)
    return other === undefined ? [] : [other.token]
  })
  const tokens = own.map(({ token }) => token)
  if (others.length === 0) return tokens
  return mayRun(filter, own) ? [...tokens, ...others] : others
}
