/* The data of a barcode from the answers of the prover about a filter. */
import type { Verdict } from '@seccompile/abi'
import type { ArchRegion, Change, Direction } from '@seccompile/prover'
import { contains } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'
import type { BarcodeAbi, ComparedAbi } from './draw-barcode.ts'

/** An ABI with its calls. */
export interface CallsOfAbi {
  readonly abi: string
  /** An `AUDIT_ARCH_*` value. */
  readonly arch: number
  readonly calls: readonly { readonly name: string; readonly nr: number }[]
}

/** The verdicts that call `nr` of `arch` can get, each once, in the order of the cases. */
function verdictsAt(sections: readonly ArchRegion[], arch: number, nr: number): readonly Verdict[] {
  const section = sections.find(({ arches }) => contains(arches, arch))
  if (section === undefined) return []
  const region = section.regions.find(({ numbers }) => contains(numbers, nr))
  return region === undefined ? [section.otherwise] : [...new Set(region.cases.map(({ verdict }) => verdict))]
}

/** The calls of `abi` with the verdicts of `sections`, which `regions()` lists. */
export function barcodeOf(meaning: { readonly sections: readonly ArchRegion[] }, of: CallsOfAbi): BarcodeAbi {
  expectObject(meaning, 'meaning', 'sections')
  expectObject(of, 'of', 'abi', 'arch', 'calls')
  const { sections } = meaning
  const { abi, arch, calls } = of
  return {
    abi,
    calls: calls.map(({ name, nr }) => ({ name, nr, verdicts: verdictsAt(sections, arch, nr) })),
  }
}

/** The calls of `abi` under two filters: their regions, and the changes that `changes()` lists. */
export function comparedOf(
  before: { readonly sections: readonly ArchRegion[] },
  after: { readonly sections: readonly ArchRegion[] },
  compared: { readonly changes: readonly Change[] },
  of: CallsOfAbi,
): ComparedAbi {
  expectObject(before, 'before', 'sections')
  expectObject(after, 'after', 'sections')
  expectObject(compared, 'compared', 'changes')
  expectObject(of, 'of', 'abi', 'arch', 'calls')
  const { changes } = compared
  const { abi, arch, calls } = of
  const ofArch = changes.filter(({ arches }) => contains(arches, arch))
  const directionsAt = (nr: number): readonly Direction[] => [
    ...new Set(ofArch.filter(({ numbers }) => contains(numbers, nr)).map(({ direction }) => direction)),
  ]
  return {
    abi,
    calls: calls.map(({ name, nr }) => ({
      name,
      nr,
      before: verdictsAt(before.sections, arch, nr),
      after: verdictsAt(after.sections, arch, nr),
      directions: directionsAt(nr),
    })),
  }
}
