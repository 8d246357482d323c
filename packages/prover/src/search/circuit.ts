/*
 * Conditions on the words of a call as literals, and the clauses that define them.
 *
 * A condition on others, all of them or any of them, is a variable, with clauses that hold exactly where the variable has
 * the value of the condition (Tseitin 1968). Equal conditions are one literal.
 *
 * A word that is only compared as a whole needs no bits. Each `word >= k` is a variable. In the order of `k` the first of
 * them are true and the others are false, and any such values belong to some word: a clause for each two neighbours says
 * so. Where a mask tests the same word, the word also has a variable for each bit, and `word >= k` is defined by them.
 */
import { WORD_BITS } from '@seccompile/diagram'
import { U32 } from '@seccompile/rules'
import { negated } from './clause-search.ts'
import type { ClauseSet, Literal } from './clause-search.ts'

/** Makes literals for conditions. */
export interface Circuit {
  /** The literal that is always true. */
  readonly always: Literal
  readonly never: Literal
  /** A literal without a condition. */
  readonly free: () => Literal
  readonly all: (parts: readonly Literal[]) => Literal
  readonly any: (parts: readonly Literal[]) => Literal
  /** `(word & mask) == k` for the word at `place`. */
  readonly equals: (place: number, mask: number, k: number) => Literal
  /** `(word & mask) >= k`; `k` may be 2^32. */
  readonly atLeast: (place: number, mask: number, k: number) => Literal
  /** Demands that one of `literals` is true. */
  readonly demand: (literals: readonly Literal[]) => void
  /** The clauses of all conditions and demands. No condition may be made after it. */
  readonly finished: () => ClauseSet
  /** The value of the word at `place`, for values of the variables for which all clauses hold. */
  readonly wordAt: (place: number, isTrue: (literal: Literal) => boolean) => number
}

const isSet = (value: number, weight: number): boolean => ((value >>> weight) & 1) === 1

/** A circuit without conditions. */
export function createCircuit(): Circuit {
  const always: Literal = 0
  const never: Literal = negated(always)
  const clauses: (readonly Literal[])[] = [[always]]
  let variables = 1
  const free = (): Literal => {
    variables += 1
    return 2 * (variables - 1)
  }

  const conjunctions = new Map<string, Literal>()
  const all = (parts: readonly Literal[]): Literal => {
    const literals = [...new Set(parts)].filter((literal) => literal !== always).sort((a, b) => a - b)
    if (literals.some((literal, i) => literal === never || literals[i + 1] === negated(literal))) return never
    if (literals.length < 2) return literals[0] ?? always
    const key = literals.join()
    const known = conjunctions.get(key)
    if (known !== undefined) return known
    const made = free()
    conjunctions.set(key, made)
    for (const literal of literals) clauses.push([negated(made), literal])
    clauses.push([made, ...literals.map(negated)])
    return made
  }
  const any = (parts: readonly Literal[]): Literal => negated(all(parts.map(negated)))

  /** For each place the bits of the word, the least significant first. */
  const bits = new Map<number, readonly Literal[]>()
  const bitsAt = (place: number): readonly Literal[] => {
    const known = bits.get(place)
    if (known !== undefined) return known
    const made = Array.from({ length: WORD_BITS }, free)
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
    return all(
      bitsAt(place).flatMap((bit, weight) =>
        isSet(mask, weight) ? [isSet(k, weight) ? bit : negated(bit)] : [],
      ),
    )
  }
  const ascending = (place: number): readonly (readonly [number, Literal])[] =>
    [...(bounds.get(place) ?? [])].sort(([a], [b]) => a - b)

  return {
    always,
    never,
    free,
    all,
    any,
    equals,
    atLeast,
    demand: (literals) => void clauses.push(literals),
    finished: () => {
      for (const place of bounds.keys()) {
        const ordered = ascending(place)
        for (let i = 1; i < ordered.length; i += 1)
          clauses.push([ordered[i - 1]![1], negated(ordered[i]![1])])
        if (!bits.has(place)) continue
        for (const [k, literal] of ordered) {
          const byBits = comparison(place, U32.max, k)
          clauses.push([negated(literal), byBits], [literal, negated(byBits)])
        }
      }
      return { variables, clauses }
    },
    wordAt: (place, isTrue) => {
      const own = bits.get(place)
      if (own === undefined)
        return ascending(place).reduce((word, [k, literal]) => (isTrue(literal) ? k : word), 0)
      return own.reduce((word, bit, weight) => (isTrue(bit) ? word + 2 ** weight : word), 0)
    },
  }
}
