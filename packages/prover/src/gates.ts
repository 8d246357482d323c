/*
 * Conditions on others as literals, and the clauses that define them.
 *
 * A condition that all of some literals hold, or any of them, is a variable, with clauses that hold exactly where the
 * variable has the value of the condition (Tseitin 1968). Equal conditions are one literal.
 */
import { negated } from './clause-search.ts'
import type { ClauseSet, Literal } from './clause-search.ts'
import { UndecidedError } from './undecided.ts'

/** Makes literals for conditions. */
export interface Gates {
  /** The literal that is always true. */
  readonly always: Literal
  readonly never: Literal
  /** A literal without a condition. */
  readonly free: () => Literal
  readonly all: (parts: readonly Literal[]) => Literal
  readonly any: (parts: readonly Literal[]) => Literal
  /**
   * Demands that one of `literals` is true.
   * @throws UndecidedError where the clauses would take too much memory, as does every function that makes conditions
   */
  readonly demand: (literals: readonly Literal[]) => void
  /** The clauses of all conditions and demands. */
  readonly clauses: () => ClauseSet
}

/** The most literals of all clauses: a few hundred megabytes. */
const MAX_LITERALS = 4_000_000

/** Gates without conditions. */
export function createGates(): Gates {
  const always: Literal = 0
  const never: Literal = negated(always)
  const clauses: (readonly Literal[])[] = [[always]]
  let variables = 1
  let room = MAX_LITERALS

  const free = (): Literal => {
    variables += 1
    return 2 * (variables - 1)
  }
  const demand = (literals: readonly Literal[]): void => {
    room -= literals.length
    if (room < 0) throw new UndecidedError('a search', `the clauses take more than ${MAX_LITERALS} literals`)
    clauses.push(literals)
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
    for (const literal of literals) demand([negated(made), literal])
    demand([made, ...literals.map(negated)])
    return made
  }
  const any = (parts: readonly Literal[]): Literal => negated(all(parts.map(negated)))
  return { always, never, free, all, any, demand, clauses: () => ({ variables, clauses }) }
}
