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
import { abisOf } from './sides.ts'

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
  sides: [side, other],
  difference,
  names,
  picture,
  pause,
}: DrawInput): Promise<string> {
  const before = regionsOf(side)
  if (other === undefined) {
    const abis = side.abis.map((abi) => barcodeOf(before, callsOfAbi(abi)))
    return drawBarcode(abis, { ...picture, names, filter: side.name })
  }
  await pause?.()
  const after = regionsOf(other)
  await pause?.()
  const found = changes(side.subject, other.subject, difference?.prove ?? { endianness: side.endianness })
  if (found.kind === 'undecided')
    throw new DrawError(
      `${side.name} and ${other.name}: their difference is too large to draw: ${found.reason}`,
    )
  const drawn = found.changes.filter(({ direction }) => difference?.directions.includes(direction) ?? true)
  const abis = abisOf([side, other]).map((abi) =>
    comparedOf(before, after, { changes: drawn }, callsOfAbi(abi)),
  )
  return drawBarcodeDiff(
    { before: side.name, after: other.name, part: difference?.part, abis },
    { ...picture, names },
  )
}
