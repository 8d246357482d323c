import { listOf, read } from '@seccompile/abi/shape'
import { DENIED_WEIGHT } from '@seccompile/pass'
import type { PassContext } from '@seccompile/pass'
import { calls, tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** What a call of x32 weighs against one of another ABI: it breaks ties between trees that serve x86_64 alike. */
export const X32 = 1e-3

/** How many of the sorted `numbers` are below `bound`. */
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
 * Weighs a range of numbers by the known calls in it, each the same, and a millionth (2^-20) of that where they are
 * denied: what `PassContext.weigh` is where nothing is known but the ABIs. x32 calls weigh a thousandth.
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
