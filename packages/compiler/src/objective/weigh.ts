import { DENIED_WEIGHT } from '@seccompile/pass'
import type { PassContext } from '@seccompile/pass'
import { listOf, read } from '@seccompile/shape'
import { calls, tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/**
 * The weight of an x32 call, relative to calls of other ABIs. Programs hardly make these calls, so they decide between trees
 * that are about equal for x86_64.
 */
export const X32 = 1e-2

/** How many of `numbers`, which are sorted, are below `bound`. */
export function below(numbers: readonly number[], bound: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! < bound) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * A `PassContext.weigh` from the tables alone: the weight of a range is the number of its known calls. A call of x32
 * weighs 0.01 instead of 1. A denied call weighs 2^-15 of that.
 * @throws TypeError where one of `abis` is no table
 */
export function weighKnownCalls(abis: readonly AbiTable[]): PassContext['weigh'] {
  const groups = read(listOf(tableReader), abis, 'abis').map((abi) => ({
    arch: abi.auditArch,
    weight: abi.token === 'x32' ? X32 : 1,
    numbers: calls(abi).map(({ nr }) => nr),
  }))
  return (arch, { lo, hi }, fate) =>
    (fate === 'deny' ? DENIED_WEIGHT : 1) *
    groups.reduce(
      (sum, group) =>
        group.arch === arch
          ? sum + group.weight * (below(group.numbers, hi + 1) - below(group.numbers, lo))
          : sum,
      0,
    )
}
