import { drawTree } from '../tree/draw-tree.ts'
import type { Weigh } from '../tree/widths.ts'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { callShares } from '@seccompile/weights'
import type { CallCounts } from '@seccompile/weights'
import { DrawError } from './draw-error.ts'
import { programOf } from './kind.ts'
import type { DrawInput } from './kind.ts'
import { lifted } from './lifted.ts'
import { wayOf } from './way.ts'

/** The weight of ranges: how often their calls are made. */
function weighBy(counts: CallCounts, abis: readonly AbiTable[]): Weigh {
  const shares = callShares(counts)
  const weights = abis.flatMap((abi) =>
    calls(abi).flatMap(({ nr, name }) => {
      const weight = shares.get(name) ?? 0
      return weight === 0 ? [] : [{ arch: abi.auditArch, nr, weight }]
    }),
  )
  return (wanted, { lo, hi }) =>
    weights.reduce(
      (sum, { arch, nr, weight }) => (arch === wanted && nr >= lo && nr <= hi ? sum + weight : sum),
      0,
    )
}

/** The search as an icicle over the number line. @throws DrawError for a program without a decision */
export async function tree(input: DrawInput): Promise<string> {
  const { filters: [filter], names, counts, picture } = input // prettier-ignore
  const found = lifted(await programOf('tree', filter), filter.endianness)
  if (found.kind === 'declined')
    throw new DrawError(`${filter.name}: has no tree: ${found.why}; draw arcs or graph instead`)
  return drawTree(found.root, {
    ...picture,
    names,
    way: await wayOf(input),
    known: [...new Set(filter.abis.map(({ auditArch }) => auditArch))],
    ...(counts === undefined ? {} : { weigh: weighBy(counts, filter.abis) }),
  })
}
