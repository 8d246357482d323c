/*
 * Finds values of variables for which all of some clauses hold, or proves that there are none: conflict-driven clause
 * learning (Marques-Silva and Sakallah 1996; Eén and Sörensson 2003).
 *
 * The search guesses the value of a variable, and takes every value that follows from it: where all literals of a clause
 * but one are false, the last one must be true. Where all literals of a clause are false, the guesses are in conflict.
 * The conflict yields a new clause, which says why, and which would have excluded the last guess one step earlier. With
 * it, the search goes back to the guess on which the new clause depends, and never meets the same conflict again. Where
 * a conflict needs no guess, there are no such values.
 *
 * Each clause is watched at two literals, the first two: only where one of these becomes false, the clause is looked at.
 * From time to time the search starts again, keeps what it has learned, and forgets the clauses that helped least, those
 * with literals of many guesses. So the memory is bounded whatever the number of steps. A step is a literal that is looked
 * at, and the result depends on nothing else than the clauses and the number of steps.
 */
import { variableOrder } from './variable-order.ts'
import type { VariableOrder } from './variable-order.ts'

/** Variable `v` as a condition: `2 * v` where it is true, `2 * v + 1` where it is false. */
export type Literal = number

/** The literal that is true where `literal` is false. */
export function negated(literal: Literal): Literal {
  return literal ^ 1
}

/** Clauses; in each, at least one literal has to be true. */
export interface ClauseSet {
  /** The number of variables. */
  readonly variables: number
  readonly clauses: readonly (readonly Literal[])[]
}

/** The result of a search. */
export type SearchOutcome =
  | { readonly kind: 'found'; readonly isTrue: (literal: Literal) => boolean }
  | { readonly kind: 'none' }
  /** `steps` were not enough. */
  | { readonly kind: 'gave-up'; readonly steps: number }

/** Conflicts before the first restart; later ones follow after multiples of it. */
const RESTART = 128
/** The most numbers of learned clauses at first and at last, and by how much the first number grows with each cut. */
const LEARNED = { first: 100_000, most: 4_000_000, growth: 20_000 } as const
/** A clause begins with two numbers: how many literals it has, and the number of guesses in it, 0 for a given clause. */
const HEAD = 2
const NO_CLAUSE = -1

/** The factor of the restart with that number, from 1 on: 1, 1, 2, 1, 1, 2, 4, … (Luby, Sinclair and Zuckerman 1993). */
function luby(place: number): number {
  let size = 1
  while (size < place) size = 2 * size + 1
  if (size === place) return (size + 1) / 2
  return luby(place - (size - 1) / 2)
}

/** The state of one search. */
interface ClauseSearch {
  /** Clauses, one behind the other. */
  arena: Int32Array<ArrayBuffer>
  used: number
  /** Where the learned clauses begin. */
  learned: number
  /** For each literal, the clauses that watch it, each with some other literal of the clause. */
  readonly watches: number[][]
  /** For each literal 1 if it is true, -1 if it is false, 0 if it has no value. */
  readonly values: Int8Array
  /** For each variable the number of guesses before it had its value, and the clause from which the value follows. */
  readonly levels: Int32Array
  readonly reasons: Int32Array
  /** The last value of each variable, which a new guess repeats: 1 for false. */
  readonly phases: Uint8Array
  readonly seen: Uint8Array
  /** The literals that are true, in the order in which they became true. */
  readonly trail: Int32Array
  length: number
  /** The literals of the trail up to here have been followed. */
  followed: number
  /** The length of the trail at each guess. */
  readonly guesses: number[]
  readonly order: VariableOrder
  steps: number
}

function createSearch({ variables }: ClauseSet): ClauseSearch {
  return {
    arena: new Int32Array(1024),
    used: 0,
    learned: 0,
    watches: Array.from({ length: 2 * variables }, () => []),
    values: new Int8Array(2 * variables),
    levels: new Int32Array(variables),
    reasons: new Int32Array(variables),
    phases: new Uint8Array(variables).fill(1),
    seen: new Uint8Array(variables),
    trail: new Int32Array(variables),
    length: 0,
    followed: 0,
    guesses: [],
    order: variableOrder(variables),
    steps: 0,
  }
}

/** Makes `literal` true. It must have no value. */
function assign(search: ClauseSearch, literal: Literal, reason: number): void {
  search.values[literal] = 1
  search.values[negated(literal)] = -1
  search.levels[literal >> 1] = search.guesses.length
  search.reasons[literal >> 1] = reason
  search.trail[search.length] = literal
  search.length += 1
}

/** Adds a clause of two literals or more, of which the first two are watched. */
function addClause(search: ClauseSearch, literals: ArrayLike<Literal>, guesses: number): number {
  const { length } = literals
  const clause = search.used
  if (clause + HEAD + length > search.arena.length) {
    const larger = new Int32Array(2 * (search.arena.length + HEAD + length))
    larger.set(search.arena)
    search.arena = larger
  }
  const { arena, watches } = search
  arena[clause] = length
  arena[clause + 1] = guesses
  for (let i = 0; i < length; i += 1) arena[clause + HEAD + i] = literals[i]!
  search.used = clause + HEAD + length
  watches[literals[0]!]!.push(clause, literals[1]!)
  watches[literals[1]!]!.push(clause, literals[0]!)
  return clause
}

/** Takes every value that follows from the trail. The result is a clause whose literals are all false, if there is one. */
function follow(search: ClauseSearch): number {
  const { arena, watches, values, trail } = search
  while (search.followed < search.length) {
    const fallen = negated(trail[search.followed]!)
    search.followed += 1
    const list = watches[fallen]!
    const end = list.length
    let kept = 0
    for (let i = 0; i < end; i += 2) {
      const clause = list[i]!
      let other = list[i + 1]!
      let isUnit = false
      if (values[other]! <= 0) {
        const first = clause + HEAD
        if (arena[first] === fallen) {
          arena[first] = arena[first + 1]!
          arena[first + 1] = fallen
        }
        other = arena[first]!
        if (values[other]! <= 0) {
          const behind = first + arena[clause]!
          let at = first + 2
          while (at < behind && values[arena[at]!]! < 0) at += 1
          search.steps += at - first
          if (at < behind) {
            const next = arena[at]!
            arena[first + 1] = next
            arena[at] = fallen
            watches[next]!.push(clause, other)
            continue
          }
          isUnit = true
        }
      }
      list[kept] = clause
      list[kept + 1] = other
      kept += 2
      if (!isUnit) continue
      if (values[other] === 0) {
        assign(search, other, clause)
        continue
      }
      for (i += 2; i < end; i += 1, kept += 1) list[kept] = list[i]!
      list.length = kept
      return clause
    }
    list.length = kept
    search.steps += end >> 1
  }
  return NO_CLAUSE
}

/** Takes back all guesses behind the first `level`, and what followed from them. */
function goBack(search: ClauseSearch, level: number): void {
  const { guesses, values, phases, trail, order } = search
  if (guesses.length <= level) return
  const length = guesses[level]!
  for (let i = search.length - 1; i >= length; i -= 1) {
    const literal = trail[i]!
    values[literal] = 0
    values[negated(literal)] = 0
    phases[literal >> 1] = literal & 1
    order.restore(literal >> 1)
  }
  guesses.length = level
  search.length = length
  search.followed = length
}

/** Whether `literal` of a learned clause is false already where all its other literals are. */
function isImplied({ arena, reasons, levels, seen }: ClauseSearch, literal: Literal): boolean {
  const clause = reasons[literal >> 1]!
  if (clause === NO_CLAUSE) return false
  const end = clause + HEAD + arena[clause]!
  for (let at = clause + HEAD; at < end; at += 1) {
    const variable = arena[at]! >> 1
    if (variable !== literal >> 1 && seen[variable] === 0 && levels[variable]! > 0) return false
  }
  return true
}

/**
 * The clause that a conflict in `clause` yields. Its first literal is the only one of the last guess, its second one is
 * of the latest of the other guesses.
 */
function learn(search: ClauseSearch, conflict: number): Literal[] {
  const { arena, levels, reasons, seen, trail, guesses, order } = search
  const found: Literal[] = [0]
  let open = 0 // literals of the last guess that are not replaced yet
  let place = search.length - 1
  let clause = conflict
  let literal = -1
  do {
    const end = clause + HEAD + arena[clause]!
    search.steps += arena[clause]!
    for (let at = clause + HEAD; at < end; at += 1) {
      const other = arena[at]!
      const variable = other >> 1
      if (other === literal || seen[variable] === 1 || levels[variable] === 0) continue
      seen[variable] = 1
      order.raise(variable)
      if (levels[variable] === guesses.length) open += 1
      else found.push(other)
    }
    while (seen[trail[place]! >> 1] === 0) place -= 1
    literal = trail[place]!
    seen[literal >> 1] = 0
    clause = reasons[literal >> 1]!
    place -= 1
    open -= 1
  } while (open > 0)
  found[0] = negated(literal)
  const kept = found.filter((each, i) => i === 0 || !isImplied(search, each))
  for (const each of found) seen[each >> 1] = 0
  for (let i = 2; i < kept.length; i += 1)
    if (levels[kept[i]! >> 1]! > levels[kept[1]! >> 1]!) [kept[1], kept[i]] = [kept[i]!, kept[1]!]
  order.endConflict()
  return kept
}

/** Adds what the conflict in `clause` yields, and goes back to where it has an effect. */
function resolve(search: ClauseSearch, conflict: number): void {
  const literals = learn(search, conflict)
  const { levels } = search
  const guesses = new Set(literals.map((literal) => levels[literal >> 1])).size
  if (literals.length === 1) {
    goBack(search, 0)
    assign(search, literals[0]!, NO_CLAUSE)
    return
  }
  goBack(search, levels[literals[1]! >> 1]!)
  assign(search, literals[0]!, addClause(search, literals, guesses))
}

/**
 * Forgets learned clauses, those first with literals of most guesses and the older of these, until at most `most` learned
 * literals are left. Also leaves out clauses that always hold. No guess may be open.
 */
function forget(search: ClauseSearch, most: number): void {
  const { arena, values, used, learned, watches } = search
  const clauses: number[] = []
  for (let clause = 0; clause < used; clause += HEAD + arena[clause]!) clauses.push(clause)
  const ranked = clauses
    .filter((clause) => clause >= learned)
    .sort((a, b) => arena[a + 1]! - arena[b + 1]! || b - a)
  const kept = new Set<number>()
  let room = most
  for (const clause of ranked) {
    room -= arena[clause]!
    if (room < 0) break
    kept.add(clause)
  }
  for (const list of watches) list.length = 0
  search.used = 0
  search.arena = new Int32Array(arena.length)
  let begin: number | undefined
  for (const clause of clauses) {
    if (clause >= learned) begin ??= search.used
    if (clause >= learned && !kept.has(clause)) continue
    const literals = arena.subarray(clause + HEAD, clause + HEAD + arena[clause]!)
    if (!literals.some((literal) => values[literal]! > 0))
      addClause(
        search,
        literals.filter((literal) => values[literal] === 0),
        arena[clause + 1]!,
      )
  }
  search.learned = begin ?? search.used
  search.steps += used
}

/** Gives the search its clauses. The result is whether they are in conflict without any guess. */
function begin(search: ClauseSearch, { clauses }: ClauseSet): boolean {
  for (const literals of clauses) {
    if (literals.length > 1) addClause(search, literals, 0)
    else if (literals.length === 0 || search.values[literals[0]!]! < 0) return true
    else if (search.values[literals[0]!] === 0) assign(search, literals[0]!, NO_CLAUSE)
  }
  search.learned = search.used
  return follow(search) !== NO_CLAUSE
}

/** Guesses a value. The result is whether a variable was left. */
function guess(search: ClauseSearch): boolean {
  const { order, values, guesses, phases } = search
  for (let variable = order.take(); variable !== undefined; variable = order.take()) {
    if (values[2 * variable] !== 0) continue
    guesses.push(search.length)
    assign(search, 2 * variable + phases[variable]!, NO_CLAUSE)
    return true
  }
  return false
}

/** Values for which all clauses hold, or that there are none; at most about `maxSteps` steps. */
export function searchClauses(set: ClauseSet, maxSteps: number): SearchOutcome {
  const search = createSearch(set)
  if (begin(search, set)) return { kind: 'none' }
  let most: number = LEARNED.first
  for (let round = 1; ; round += 1) {
    for (let left = RESTART * luby(round); left > 0 && search.used - search.learned <= most;) {
      const conflict = follow(search)
      if (conflict !== NO_CLAUSE) {
        if (search.guesses.length === 0) return { kind: 'none' }
        resolve(search, conflict)
        left -= 1
      } else if (search.steps > maxSteps) return { kind: 'gave-up', steps: search.steps }
      else if (!guess(search)) return { kind: 'found', isTrue: (literal) => search.values[literal]! > 0 }
    }
    goBack(search, 0)
    if (follow(search) !== NO_CLAUSE) return { kind: 'none' }
    if (search.used - search.learned <= most) continue
    forget(search, most / 2)
    most = Math.min(most + LEARNED.growth, LEARNED.most)
  }
}
