/* The ABIs that a raw filter is for, which it does not name. */
import { refuses } from '@seccompile/abi'
import { regions } from '@seccompile/prover'
import type { ArchRegion } from '@seccompile/prover'
import { abiNumbers } from '@seccompile/policy'
import { contains, intersection } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { abis as allAbis } from '@seccompile/syscalls'
import type { AbiFacts, AbiTable } from '@seccompile/syscalls'
import type { Side } from '../load/side.ts'

/** Whether the section lets some call of `abi` run, or asks somebody else about it. */
function allowsSome({ regions: listed, otherwise }: ArchRegion, abi: AbiFacts): boolean {
  return (
    !refuses(otherwise) ||
    listed.some(
      ({ numbers, cases }) =>
        cases.some(({ verdict }) => !refuses(verdict)) && intersection(numbers, abiNumbers(abi)).length > 0,
    )
  )
}

/**
 * The ABIs whose arch the raw filter `side` tests for. x32, which shares its arch with x86_64, is among them where one of
 * its calls is not refused. The side's own where it tests for none.
 */
export function testedAbis({ leveled, endianness, abis }: Side): readonly AbiTable[] {
  const reading = regions(leveled, { endianness })
  const sections = reading.kind === 'undecided' ? [] : reading.sections.filter(({ rest }) => !rest)
  const found = allAbis.filter(
    (abi) =>
      abi.endianness === endianness &&
      sections.some(
        (section) =>
          contains(section.arches, abi.auditArch) && (abi.token !== 'x32' || allowsSome(section, abi)),
      ),
  )
  return found.length === 0 ? abis : found.map(({ token }) => signedAbiTable(token))
}
