/*
 * Conditions with fewer parts that mean the same.
 *
 *   any  args[0] == 1, args[0] == 2                      args[0] in {1..2}
 *   any  a, (a and b)                                    a
 *   any  (args[0] == 1 and b), (args[0] == 2 and b)      args[0] in {1..2} and b
 *
 * and the same for `all`, with intersections, since the two are mirror images: every step below is written once, for
 * a junction and its dual. Steps only ever take parts away or put them in order, so repeating them ends.
 */
import {
  all,
  any,
  argument,
  argumentTests,
  canonical,
  intersection,
  isAlways,
  isNever,
  predicateKey,
  U64,
} from '@seccompile/rules'
import type { ArgumentTest, Predicate } from '@seccompile/rules'
import { implies } from './implies.ts'
import { comparePredicates } from './order.ts'
import { possibleValues } from './possible-values.ts'

/** Tests in one junction up to which every pair of its parts is compared. */
const MAX_COMPARED = 128
/** Arguments and masks of one junction for which siblings are looked for. */
const MAX_SUBJECTS = 16

type Junction = 'all' | 'any'

const dual = (kind: Junction): Junction => (kind === 'all' ? 'any' : 'all')
const junction = (kind: Junction, parts: readonly Predicate[]): Predicate =>
  kind === 'all' ? all(parts) : any(parts)
const partsOf = (kind: Junction, predicate: Predicate): readonly Predicate[] =>
  predicate.kind === kind ? predicate.of : [predicate]

/** One test for several of one argument under one mask. */
function combineTests(kind: Junction, tests: readonly ArgumentTest[]): Predicate {
  const { index, mask } = tests[0]!
  const sets = tests.map(({ values }) => values)
  const values = kind === 'all' ? sets.reduce((a, b) => intersection(a, b)) : canonical(U64, sets.flat())
  return argument(index, possibleValues(mask, values), mask)
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups.values()]
}

const subjectOf = ({ index, mask }: ArgumentTest): string => `${index}&${mask}`

/** `parts` with one test for each argument and mask, and without repeats. */
function combineSubjects(kind: Junction, parts: readonly Predicate[]): readonly Predicate[] {
  const groups = groupBy(parts, (part) => (part.kind === 'argument' ? subjectOf(part) : predicateKey(part)))
  return groups.map((group) => {
    const tests = group.filter((part) => part.kind === 'argument')
    return tests.length > 1 ? combineTests(kind, tests) : group[0]!
  })
}

/**
 * `parts` with those made one that are equal but for one test: `(a and x)` or `(b and x)` is `(a or b) and x`, where
 * `a` and `b` test the same argument under the same mask.
 */
function combineSiblings(kind: Junction, parts: readonly Predicate[]): readonly Predicate[] {
  const inner = dual(kind)
  const tested = parts.flatMap((part) => partsOf(inner, part)).filter((part) => part.kind === 'argument')
  const repeated = groupBy(tested, subjectOf).filter(({ length }) => length > 1)
  const subjects = repeated.map(([first]) => subjectOf(first!)).slice(0, MAX_SUBJECTS)
  return subjects.reduce((current, subject) => {
    const isSubject = (part: Predicate): part is ArgumentTest =>
      part.kind === 'argument' && subjectOf(part) === subject
    const rest = (part: Predicate): readonly Predicate[] =>
      partsOf(inner, part).filter((other) => !isSubject(other))
    const tests = (part: Predicate): readonly ArgumentTest[] => partsOf(inner, part).filter(isSubject)
    const groups = groupBy(current, (part) =>
      tests(part).length === 1 ? `but one: ${rest(part).map(predicateKey).join()}` : predicateKey(part),
    )
    return groups.map((group) => {
      const first = group[0]!
      if (group.length === 1 || tests(first).length !== 1) return first // or they are repeats of one
      return junction(inner, [...rest(first), combineTests(kind, group.flatMap(tests))])
    })
  }, parts)
}

/** `parts` without those that another one makes needless. */
function absorb(kind: Junction, parts: readonly Predicate[]): readonly Predicate[] {
  if (parts.flatMap(argumentTests).length > MAX_COMPARED) return parts
  const isNeedless = (part: Predicate, other: Predicate): boolean =>
    kind === 'any' ? implies(part, other) : implies(other, part)
  // One by one, so that of two that imply each other one stays.
  return parts.reduceRight<readonly Predicate[]>(
    (kept, part) =>
      kept.some((other) => other !== part && isNeedless(part, other))
        ? kept.filter((other) => other !== part)
        : kept,
    parts,
  )
}

function simplifyOnce(predicate: Predicate): Predicate {
  if (predicate.kind === 'argument')
    return argument(predicate.index, possibleValues(predicate.mask, predicate.values), predicate.mask)
  const { kind } = predicate
  // Flattened and with constants folded, this can be of any kind.
  const flat = junction(kind, predicate.of.map(simplifyOnce))
  if (flat.kind !== kind) return flat
  const constant = kind === 'all' ? isAlways : isNever
  const parts = absorb(kind, combineSiblings(kind, combineSubjects(kind, flat.of)))
  return junction(kind, [...parts].filter((part) => !constant(part)).sort(comparePredicates))
}

/** `predicate` with as few parts as the steps above find, its parts in order, its values possible ones. */
export function simplify(predicate: Predicate): Predicate {
  let current = predicate
  let key = predicateKey(current)
  for (;;) {
    const next = simplifyOnce(current)
    const nextKey = predicateKey(next)
    if (nextKey === key) return current
    current = next
    key = nextKey
  }
}
