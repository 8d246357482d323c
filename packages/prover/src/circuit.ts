/*
 * Conditions on the words of a call as literals.
 *
 * A word that is only compared as a whole needs no bits. Each `word >= k` is a variable. In the order of `k` the first of
 * them are true and the others are false, and any such values belong to some word: a clause for each two neighbours says
 * so. Where a mask tests the same word, the word also has a variable for each bit, and `word >= k` is defined by them.
 */
import { WORD_BITS } from '@seccompile/diagram'
import { U32 } from '@seccompile/rules'
import { negated } from './clause-search.ts'
import type { ClauseSet, Literal } from './clause-search.ts'
import { createGates } from './gates.ts'
import type { Gates } from './gates.ts'

/** Makes literals for conditions on words. */
export interface Circuit extends Omit<Gates, 'clauses'> {
  /** `(word & mask) == k` for the word at `place`. */
  readonly equals: (place: number, mask: number, k: number) => Literal
  /** `(word & mask) >= k`; `k` may be 2^32. */
  readonly atLeast: (place: number, mask: number, k: number) => Literal
  /** The clauses of all conditions and demands. No condition may be made after it. */
  readonly finished: () => ClauseSet
  /** The value of the word at `place`, for values of the variables for which all clauses hold. */
  readonly wordAt: (place: number, isTrue: (literal: Literal) => boolean) => number
}

const isSet = (value: number, weight: number): boolean => ((value >>> weight) & 1) === 1

/** A circuit without conditions. */
export function createCircuit(): Circuit {
  const { clauses, ...gates } = createGates()
  const { always, never, free, all, any, demand } = gates
  /** For each place the bits of the word, the least significant first. */
  const bits = new Map<number, readonly Literal[]>()
  const bitsAt = (place: number): readonly Literal[] => {
    const made = bits.get(place) ?? Array.from({ length: WORD_BITS }, free)
    bits.set(place, made)
    return made
  }
  /** For each place the literals of `word >= k`, by `k`. */
  const bounds = new Map<number, Map<number, Literal>>()
  const boundAt = (place: number, k: number): Literal => {
    const known = bounds.get(place) ?? new Map<number, Literal>()
    bounds.set(place, known)
    const literal = known.get(k) ?? free()
    known.set(k, literal)
    return literal
  }
  const ascending = (place: number): readonly (readonly [number, Literal])[] =>
    [...(bounds.get(place) ?? [])].sort(([a], [b]) => a - b)

  /** `(word & mask) >= k` by bits, from the least significant on. */
  const comparison = (place: number, mask: number, k: number): Literal =>
    bitsAt(place).reduce((lower, bit, weight) => {
      const own = isSet(mask, weight) ? bit : never
      return isSet(k, weight) ? all([own, lower]) : any([own, lower])
    }, always)

  const atLeast = (place: number, mask: number, k: number): Literal => {
    if (k <= 0) return always
    if (k > mask) return never
    return mask === U32.max ? boundAt(place, k) : comparison(place, mask, k)
  }
  const equals = (place: number, mask: number, k: number): Literal => {
    if ((k & ~mask) !== 0) return never
    if (mask === U32.max) return all([atLeast(place, mask, k), negated(atLeast(place, mask, k + 1))])
    const wanted = mask === 0 ? [] : bitsAt(place)
    return all(
      wanted.flatMap((bit, weight) => {
        if (!isSet(mask, weight)) return []
        return [isSet(k, weight) ? bit : negated(bit)]
      }),
    )
  }
  return {
    ...gates,
    equals,
    atLeast,
    finished: () => {
      for (const place of bounds.keys()) {
        const ordered = ascending(place)
        for (let i = 1; i < ordered.length; i += 1) demand([ordered[i - 1]![1], negated(ordered[i]![1])])
        if (!bits.has(place)) continue
        for (const [k, literal] of ordered) {
          const byBits = comparison(place, U32.max, k)
          demand([negated(literal), byBits])
          demand([literal, negated(byBits)])
        }
      }
      return clauses()
    },
    wordAt: (place, isTrue) => {
      const own = bits.get(place)
      if (own !== undefined)
        return own.reduce((word, bit, weight) => (isTrue(bit) ? word + 2 ** weight : word), 0)
      return ascending(place).reduce((word, [k, literal]) => (isTrue(literal) ? k : word), 0)
    },
  }
}
