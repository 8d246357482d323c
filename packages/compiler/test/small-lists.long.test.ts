/*
 * Small lists of calls with weights: the default effort finds a tree that is as good as the one of effort `max` (issue 34).
 */
import { errno, policy } from '@seccompile/policy'
import { abiTable, calls, isSyscallName } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { compile } from './with-tables.ts'

const abis = [abiTable('x86_64')]
const names = calls(abis[0]!)
  .map(({ name }) => name)
  .filter(isSyscallName)

/** Numbers below `bound`, by a linear congruence. */
function below(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

it.each(Array.from({ length: 12 }, (_, seed) => seed))(
  'executes at most 0.01 instructions more than with effort max: list %i',
  (seed) => {
    const next = below(seed)
    const runs = Array.from({ length: 1 + next(8) }, () => ({
      at: next(names.length - 12),
      length: 1 + next(10),
    }))
    const allowed = [...new Set(runs.flatMap(({ at, length }) => names.slice(at, at + length)))]
    // Heavy calls stand inside ranges of allowed neighbours.
    const weights = Object.fromEntries(
      allowed.map((name) => [name, next(4) === 0 ? 1000 * (1 + next(10)) : 1 + next(20)]),
    )
    const options = { abis, weights, prove: false } as const
    const source = policy({ default: errno(1) }).allow(...allowed)
    const [own, max] = (['default', 'max'] as const).map((effort) => compile(source, { ...options, effort }))
    expect(own!.objective!.value).toBeLessThanOrEqual(max!.objective!.value + 0.01)
  },
)
