import { ABIS } from './abis.mjs'
import { committedCalls } from './committed.mjs'
import { compareTables, LACKING_ABI } from './compare.mjs'
import { hasAbi, kernelBases, kernelCalls } from './kernel.mjs'

/**
 * Compares every ABI of the committed tables below `src` with the kernel source `tree`, bases included: yields
 * `[abi, comparison]` in the order of the list of ABIs. An ABI that the kernel lacks is not compared.
 */
export function crossCheck(src, tree, abis = ABIS) {
  const bases = kernelBases(tree)
  return abis.map(({ token, column, base, ownFrom }) => {
    if (!hasAbi(tree, column)) return [token, LACKING_ABI]
    const theirCalls = kernelCalls(tree, column).calls
    const comparison = compareTables(committedCalls(src, column), theirCalls, { column, ownFrom })
    const theirs = bases.get(column) ?? 0
    if (base === theirs) return [token, comparison]
    return [
      token,
      { ...comparison, different: [...comparison.different, { name: 'the base', ours: base, theirs }] },
    ]
  })
}
