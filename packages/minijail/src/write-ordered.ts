/*
 * Expresses the verdicts of a call as filters that are tried in order.
 *
 * The Python compiler tries filters in order, like rules. So each filter can have the conditions of its rule, and
 * need not exclude the conditions of earlier rules. For a call with three verdicts on three arguments, this is the
 * difference between a line and a book: excluding masked values multiplies into thousands of clauses.
 */
import { createOutcomes } from '@seccompile/outcomes'
import { clausesOf } from '@seccompile/notation'
import type { Clause, ExpressedAnswer, Loss, NamedCall } from '@seccompile/notation'
import { conditionPredicate } from '@seccompile/policy/toolkit'
import { all, ALWAYS, any } from '@seccompile/rules'
import type { ConditionalVerdict, Predicate, Rule } from '@seccompile/rules'
import type { Verdict } from '@seccompile/abi'

/** Filters of which the first that holds decides, and the verdict of the remaining calls. */
export interface OrderedFilters {
  readonly filters: readonly ExpressedAnswer[]
  readonly rest: Verdict
}

/** The predicate of `clauses` on an ABI whose arguments have `wordSize` bits. */
export function predicateOf(clauses: readonly Clause[], wordSize: 32 | 64): Predicate {
  return any(clauses.map((clause) => all(clause.map((condition) => conditionPredicate(condition, wordSize)))))
}

const asRule = ({ when, verdict }: ConditionalVerdict): Rule => ({
  numbers: [{ lo: 0, hi: 0 }],
  when,
  verdict,
})

/** `answers`, with neighbours of one verdict joined, and without the last answers that have the verdict of the rest. */
function joined(answers: readonly ConditionalVerdict[]): {
  readonly before: readonly ConditionalVerdict[]
  readonly rest: Verdict
} {
  const rest = answers.at(-1)!.verdict // the condition of the last answer always holds
  const before: ConditionalVerdict[] = []
  for (const each of answers.slice(0, answers.findLastIndex(({ verdict }) => verdict !== rest) + 1)) {
    const last = before.at(-1)
    if (last?.verdict === each.verdict)
      before[before.length - 1] = { ...each, when: any([last.when, each.when]) }
    else before.push(each)
  }
  return { before, rest }
}

/** The filters of a call; a loss where its conditions have too many clauses, or differ between ABIs. */
export function orderedFilters({
  name,
  on,
}: NamedCall): OrderedFilters | Extract<Loss, { readonly name: string }> {
  const main = on.find(({ abi }) => abi.wordSize === 64) ?? on[0]! // a call is on some ABI
  const { before, rest } = joined(main.answers)
  const filters: ExpressedAnswer[] = []
  for (const { when, verdict } of before) {
    const clauses = clausesOf(when, main.abi.wordSize)
    if (clauses === undefined) return { kind: 'conditions', name, abi: main.abi.token }
    if (clauses.length > 0) filters.push({ clauses, verdict })
  }
  const outcomes = createOutcomes()
  const wrong = on.find(({ abi, answers }) => {
    const rules = filters.map(({ clauses, verdict }) =>
      asRule({ when: predicateOf(clauses, abi.wordSize), verdict }),
    )
    const node = outcomes.of([...rules, asRule({ when: ALWAYS, verdict: rest })], 0)
    return outcomes.isTooLarge(node) || node !== outcomes.of(answers.map(asRule), 0)
  })
  if (wrong === undefined) return { filters, rest }
  const abi = main.abi.token
  return wrong === main
    ? { kind: 'conditions', name, abi }
    : { kind: 'abis', name, abi, other: wrong.abi.token }
}
