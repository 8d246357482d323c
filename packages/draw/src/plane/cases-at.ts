/*
 * The verdicts of a call with two known arguments. A condition on another argument may hold or not. So a predicate
 * has three values: it holds, it does not hold, or it is open.
 */
import type { Verdict } from '@seccompile/abi'
import type { Case } from '@seccompile/prover'
import type { Predicate } from '@seccompile/rules'

/** The values of the known arguments, by index. */
export type KnownArguments = readonly (bigint | undefined)[]

/** Whether `predicate` holds; `undefined` if unknown arguments may decide. */
function holds(predicate: Predicate, known: KnownArguments): boolean | undefined {
  switch (predicate.kind) {
    case 'argument': {
      const value = known[predicate.index]
      if (value === undefined) return undefined
      const masked = value & predicate.mask
      return predicate.values.some(({ lo, hi }) => lo <= masked && masked <= hi)
    }
    case 'all': {
      const parts = predicate.of.map((part) => holds(part, known))
      return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
    }
    case 'any': {
      const parts = predicate.of.map((part) => holds(part, known))
      return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false
    }
  }
}

/** The verdicts that `cases` lead to, each once; several if other arguments or the instruction pointer may decide. */
export function verdictsAt(cases: readonly Case[], known: KnownArguments): readonly Verdict[] {
  const found = new Set<Verdict>()
  for (const { when, pointer, verdict } of cases) {
    const does = holds(when, known)
    if (does === false) continue
    found.add(verdict)
    if (does === true && pointer === undefined) break
  }
  return [...found]
}
