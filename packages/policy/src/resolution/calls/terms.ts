/* A predicate as alternatives of tests that all hold. */
import type { ArgumentTest, Predicate } from '@seccompile/rules'

/**
 * The most alternatives of one condition. Overlaps are searched between alternatives, so their number must be small.
 */
export const MAX_TERMS = 4096

/** Tests that all must hold. */
export type Term = readonly ArgumentTest[]

/** The alternatives of `predicate`, each a list of tests that all must hold; `'many'` where there are too many. */
export function termsOf(predicate: Predicate): readonly Term[] | 'many' {
  switch (predicate.kind) {
    case 'argument':
      return [[predicate]]
    case 'any': {
      const terms: Term[] = []
      for (const part of predicate.of) {
        const own = termsOf(part)
        if (own === 'many' || terms.length + own.length > MAX_TERMS) return 'many'
        terms.push(...own)
      }
      return terms
    }
    case 'all': {
      let terms: readonly Term[] = [[]]
      for (const part of predicate.of) {
        const own = termsOf(part)
        if (own === 'many' || terms.length * own.length > MAX_TERMS) return 'many'
        terms = terms.flatMap((left) => own.map((right) => [...left, ...right]))
      }
      return terms
    }
  }
}
