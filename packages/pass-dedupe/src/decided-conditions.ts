/*
 * The conditions under which earlier rules decide, and the cells in which they do.
 *
 * A decided condition implies that others are decided. A rule that decides an `any` decides each part of it. An `all`
 * is decided as soon as one of its parts is.
 */
import { predicateKey } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'

/** Conditions under which earlier rules decide; it grows as rules are added. */
export interface DecidedConditions {
  /** Whether the added rules decide all calls in a cell that satisfy `when`. */
  decides(when: Predicate): (cell: number) => boolean
  /** Adds a rule that decides, in `cells`, the calls that satisfy `when`. */
  add(when: Predicate, cells: readonly number[]): void
}

/** An empty {@link DecidedConditions}. */
export function decidedConditions(): DecidedConditions {
  const cellsByKey = new Map<string, Set<number>>()

  const decides = (when: Predicate): ((cell: number) => boolean) => {
    const exact = cellsByKey.get(predicateKey(when))
    const hasExact = (cell: number): boolean => exact?.has(cell) === true
    if (when.kind === 'argument') return hasExact
    const parts = when.of.map(decides)
    return when.kind === 'all'
      ? (cell) => hasExact(cell) || parts.some((isDecided) => isDecided(cell))
      : (cell) => hasExact(cell) || parts.every((isDecided) => isDecided(cell)) // `NEVER` has no parts, so every cell is decided
  }
  const add = (when: Predicate, cells: readonly number[]): void => {
    const key = predicateKey(when)
    const known = cellsByKey.get(key) ?? new Set()
    for (const cell of cells) known.add(cell)
    cellsByKey.set(key, known)
    if (when.kind === 'any') for (const part of when.of) add(part, cells)
  }
  return { decides, add }
}
