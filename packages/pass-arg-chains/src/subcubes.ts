/*
 * Subcubes: values that differ only in bits that take all their combinations.
 *
 * A set S is one when |S| = 2^popcount(OR(S) xor AND(S)), and one mask tests it. From each value that is in none yet,
 * one is grown: a bit is let go when the values with that bit turned are in the set too, and of the choices of bits
 * the largest is kept. Whatever bits are let go, leaving some of them out is a choice as well, so the search goes
 * through the bits in order and gives up a branch as soon as all bits that are left could not make it the largest.
 *
 * The number of lookups is bounded. When they are spent, what has been grown is what there is.
 */
import { contains, U64 } from '@seccompile/rules'
import type { RangeSet } from '@seccompile/rules'

/** Values that are looked up, for one set. */
const MAX_LOOKUPS = 20_000

/** The values that are `base` but for the bits in `free`, which `base` has not set. */
export interface Subcube {
  readonly base: bigint
  readonly free: bigint
  readonly values: readonly bigint[]
}

function* bitsOf(mask: bigint): Generator<bigint> {
  for (let rest = mask; rest !== 0n; rest &= rest - 1n) yield rest & -rest // the lowest bit that is left
}

/** Grows subcubes of `values` from a value, by bits of `varying`. */
function subcubeGrower(values: RangeSet<bigint>, varying: bigint): (from: bigint) => Subcube {
  let lookups = MAX_LOOKUPS
  const isIn = (value: bigint): boolean => {
    lookups -= 1
    return lookups >= 0 && contains(values, value)
  }
  return (from) => {
    let best: Subcube = { base: from, free: 0n, values: [from] }
    const bits = [...bitsOf(varying)].filter((bit) => isIn(from ^ bit))
    const grow = (subcube: Subcube, at: number): void => {
      if (subcube.values.length > best.values.length) best = subcube
      for (let i = at; i < bits.length; i += 1) {
        // Each bit doubles the values, so this is the most that the bits from here on can come to.
        if (subcube.values.length * 2 ** (bits.length - i) <= best.values.length) return
        const bit = bits[i]!
        if (!subcube.values.every((value) => isIn(value ^ bit))) continue
        const grown = [...subcube.values, ...subcube.values.map((value) => value ^ bit)]
        grow({ base: subcube.base & ~bit, free: subcube.free | bit, values: grown }, i + 1)
      }
    }
    grow(best, 0)
    return best
  }
}

/**
 * Subcubes of `values` with more than one value, that together hold each of `seeds` that is in any. Those with the
 * same free bits, which one mask tests, are one list; lists of most values come first.
 */
export function subcubesOf(
  values: RangeSet<bigint>,
  seeds: readonly bigint[],
): readonly (readonly Subcube[])[] {
  const varying = seeds.reduce((or, v) => or | v, 0n) ^ seeds.reduce((and, v) => and & v, U64.max)
  const growFrom = subcubeGrower(values, varying)
  const held = new Set<bigint>()
  const found = new Map<bigint, Subcube[]>()
  for (const seed of seeds) {
    if (held.has(seed)) continue
    const subcube = growFrom(seed)
    if (subcube.values.length === 1) continue
    for (const value of subcube.values) held.add(value)
    found.set(subcube.free, [...(found.get(subcube.free) ?? []), subcube])
  }
  const sizeOf = (subcubes: readonly Subcube[]): number => subcubes.length * subcubes[0]!.values.length
  return [...found.values()].sort((a, b) => sizeOf(b) - sizeOf(a))
}
