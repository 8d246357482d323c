/*
 * A search for a call with two verdicts, which decides what has no small diagram.
 *
 * Eighty rules of two masks have no small diagram in any order of the words: behind the first word, the diagram needs a
 * node for each set of rules that may still match. But the filter that tests the rules in a row means the same, and one
 * reason for each rule shows it. Such reasons are clauses, and the search learns them (clause-search.ts). It yields no
 * digest, and programs that compute with words are left to diagrams.
 */
import { WORD_COUNT } from '@seccompile/abi'
import type { Endianness, SeccompData } from '@seccompile/abi'
import type { Within } from './question.ts'
import type { Subject } from './subject.ts'
import { dataInOrder } from './word-order.ts'
import { createCircuit } from './circuit.ts'
import { negated, searchClauses } from './clause-search.ts'
import { demandWithin, verdictLiterals } from './verdict-literals.ts'

/** The result of a search for a call with two verdicts. */
export type DifferenceSearch =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly data: SeccompData }
  /** `steps` were not enough. */
  | { readonly kind: 'gave-up'; readonly steps: number }

/**
 * Searches a call within `within` to which `left` and `right` give different verdicts.
 * @throws UndecidedError for a program that computes with words, or that has too many states
 */
export function searchDifference(
  left: Subject,
  right: Subject,
  {
    endianness,
    within,
    maxSteps,
  }: { readonly endianness: Endianness; readonly within: Within | undefined; readonly maxSteps: number },
): DifferenceSearch {
  const circuit = createCircuit()
  if (within !== undefined) demandWithin(circuit, within)
  const [ours, theirs] = [
    verdictLiterals(circuit, left, endianness),
    verdictLiterals(circuit, right, endianness),
  ]
  // The literal of a call's own verdict is true on both sides. Where no verdict may be true on both, the two differ.
  for (const [verdict, literal] of ours) {
    const other = theirs.get(verdict)
    if (other !== undefined) circuit.demand([negated(literal), negated(other)])
  }
  const outcome = searchClauses(circuit.finished(), maxSteps)
  if (outcome.kind !== 'found') return outcome
  const words = Array.from({ length: WORD_COUNT }, (_, place) => circuit.wordAt(place, outcome.isTrue))
  return { kind: 'found', data: dataInOrder(words) }
}
