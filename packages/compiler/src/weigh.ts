import type { PassContext } from '@seccompile/pass'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** How many of the sorted `numbers` are below `bound`. */
function below(numbers: readonly number[], bound: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! < bound) low = middle + 1
    else high = middle
  }
  return low
}

/** What a denied call weighs against an allowed one: enough to choose between trees that serve those alike. */
const DENIED = 1e-3

/**
 * Weighs a range of numbers by the known calls in it, each the same, and a millionth (2^-20) of that where they are
 * denied: what `PassContext.weigh` is where nothing is known but the ABIs. x32 calls weigh a thousandth: they only break
 * ties between trees that serve x86_64 alike.
 */
export function weighKnownCalls(abis: readonly AbiTable[]): PassContext['weigh'] {
  const groups = abis.map((abi) => ({
    arch: abi.auditArch,
    weight: abi.token === 'x32' ? 1e-3 : 1,
    numbers: calls(abi).map(({ nr }) => nr),
  }))
  return (arch, { lo, hi }, fate) =>
    (fate === 'deny' ? DENIED : 1) *
    groups.reduce(
      (sum, group) =>
        group.arch === arch
          ? sum + group.weight * (below(group.numbers, hi + 1) - below(group.numbers, lo))
          : sum,
      0,
    )
}
