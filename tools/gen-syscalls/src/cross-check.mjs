import { ABIS } from './abis.mjs'
import { committedCalls } from './committed.mjs'
import { compareTables } from './compare.mjs'
import { kernelBases, kernelCalls } from './kernel.mjs'

/**
 * Compares every ABI of the committed tables below `src` with the kernel source `tree`, bases included: yields
 * `[abi, comparison]` in the order of the list of ABIs.
 */
export function crossCheck(src, tree, abis = ABIS) {
  const bases = kernelBases(tree)
  return abis.map(({ token, column, base, ownFrom }) => {
    const comparison = compareTables(committedCalls(src, column), kernelCalls(tree, column).calls, ownFrom)
    const theirs = bases.get(column) ?? 0
    if (base === theirs) return [token, comparison]
    return [
      token,
      { ...comparison, different: [...comparison.different, { name: 'the base', ours: base, theirs }] },
    ]
  })
}
