/* The ABIs that a text in a notation names: those that the filter covers. */
import { NO_CALL, refuses } from '@seccompile/abi'
import type { Filter } from '@seccompile/filter'
import { regions } from '@seccompile/prover'
import type { ArchRegion, NumberRegion } from '@seccompile/prover'
import { canonical, contains, difference, intersection, U32 } from '@seccompile/rules'
import type { RangeSet } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { abiNumbers, abis as allAbis } from '@seccompile/syscalls'
import type { AbiFacts, AbiTable } from '@seccompile/syscalls'

/** The numbers of an ABI, without the one that no call has. */
const callNumbers = (abi: AbiFacts): RangeSet<number> =>
  difference(U32, abiNumbers(abi), [{ lo: NO_CALL, hi: NO_CALL }])

/** Whether the section lets some call of `abi` run, or leaves the decision to another process. */
function allowsSome({ regions: listed, otherwise }: ArchRegion, abi: AbiFacts): boolean {
  const runs = ({ cases }: NumberRegion): boolean => cases.some(({ verdict }) => !refuses(verdict))
  const isSome = listed.some(
    (region) => runs(region) && intersection(region.numbers, callNumbers(abi)).length > 0,
  )
  if (isSome || refuses(otherwise)) return isSome
  const named = canonical(
    U32,
    listed.flatMap(({ numbers }) => numbers),
  )
  return difference(U32, callNumbers(abi), named).length > 0
}

/** The sections of the meaning of a filter that name an arch; empty if the meaning is undecided. */
function sectionsOf({ subject, endianness }: Filter): readonly ArchRegion[] {
  const reading = regions(subject, { endianness })
  return reading.kind === 'undecided' ? [] : reading.sections.filter(({ rest }) => !rest)
}

/**
 * The ABIs that a text for `filter` names: those of the policy, or for a raw filter those whose arch it tests for.
 * x32, which shares its arch with x86_64, is named only if the filter does not refuse all its calls: a text refuses
 * the calls of ABIs that it does not name.
 */
export function writtenAbis(filter: Filter): readonly AbiTable[] {
  expectObject(filter, 'filter', 'subject', 'endianness', 'abis')
  const sections = sectionsOf(filter)
  const sectionFor = ({ auditArch }: AbiFacts): ArchRegion | undefined =>
    sections.find(({ arches }) => contains(arches, auditArch))
  const isMeant = (abi: AbiFacts): boolean => {
    if (abi.token !== 'x32') return true
    const section = sectionFor(abi)
    return section === undefined || allowsSome(section, abi)
  }
  const own =
    filter.policy === undefined
      ? allAbis
          .filter((abi) => abi.endianness === filter.endianness && sectionFor(abi) !== undefined)
          .map(({ token }) => signedAbiTable(token))
      : filter.abis
  const found = own.filter(isMeant)
  return found.length === 0 ? filter.abis : found
}
