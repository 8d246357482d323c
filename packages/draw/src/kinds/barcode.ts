import { barcodeOf, comparedOf } from '../barcode/from-prover.ts'
import { drawBarcode, drawBarcodeDiff } from '../barcode/draw-barcode.ts'
import type { CallsOfAbi } from '../barcode/from-prover.ts'
import { changes, regions } from '@seccompile/prover'
import type { Regions } from '@seccompile/prover'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { DrawError } from './draw-error.ts'
import type { Filter } from '@seccompile/filter'
import type { DrawInput } from './kind.ts'
import { abisOf } from './compared-filters.ts'

/**
 * The regions of a filter.
 * @throws DrawError if the list would be too long
 */
export function regionsOf({ name, subject, endianness }: Filter): Regions {
  const found = regions(subject, { endianness })
  if (found.kind === 'undecided') throw new DrawError(`${name}: its meaning is too large to draw: ${found.reason}`)
  return found
} // prettier-ignore

const callsOfAbi = (abi: AbiTable): CallsOfAbi => ({
  abi: abi.token,
  arch: abi.auditArch,
  calls: calls(abi),
})

/**
 * The verdict of each call as a strip; for two filters, two strips and the changes.
 * @throws DrawError if the meaning or the difference would be too long a list
 */
export async function barcode({
  filters: [filter, other],
  difference,
  names,
  picture,
  pause,
}: DrawInput): Promise<string> {
  const before = regionsOf(filter)
  if (other === undefined) {
    const abis = filter.abis.map((abi) => barcodeOf(before, callsOfAbi(abi)))
    return drawBarcode(abis, { ...picture, names, filter: filter.name })
  }
  await pause?.()
  const after = regionsOf(other)
  await pause?.()
  const found = changes(filter.subject, other.subject, difference?.prove ?? { endianness: filter.endianness })
  if (found.kind === 'undecided')
    throw new DrawError(
      `${filter.name} and ${other.name}: their difference is too large to draw: ${found.reason}`,
    )
  const drawn = found.changes.filter(({ direction }) => difference?.directions.includes(direction) ?? true)
  const abis = abisOf([filter, other]).map((abi) =>
    comparedOf(before, after, { changes: drawn }, callsOfAbi(abi)),
  )
  return drawBarcodeDiff(
    { before: filter.name, after: other.name, part: difference?.part, abis },
    { ...picture, names },
  )
}
