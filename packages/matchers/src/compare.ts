/* Whether two filters mean the same, and whether one is at least as strict as the other. */
import type { Verdict } from '@seccompile/abi'
import {
  aboutTwo,
  argumentNames,
  askMainFirst,
  callNames,
  changeCounts,
  countsText,
} from '@seccompile/describe'
import type { FilterPair, Witness } from '@seccompile/describe'
import { changes, difference, STACK_LIMITS, subset } from '@seccompile/prover'
import type { Direction, ProveOptions, Subject, UndecidedAnswer } from '@seccompile/prover'
import { undecided } from './answer.ts'
import type { StatementAnswer } from './answer.ts'
import type { Filter } from '@seccompile/filter'

/** A question about two filters. */
interface FilterComparison {
  readonly statement: string
  /** The directions of the changes that answer no; all where absent. */
  readonly directions?: readonly Direction[]
  readonly ask: (left: Subject, right: Subject, options: ProveOptions) => ComparedAnswer
}

type ComparedAnswer = Witness | UndecidedAnswer | { readonly kind: 'holds' }

/** The answer of a comparison. Where it is no, a call of the main ABI shows it if there is one. */
function compared(left: Filter, right: Filter, comparison: FilterComparison): StatementAnswer {
  const { statement, directions, ask } = comparison
  const pair = aboutTwo([left, right])
  const [first, second] = [left, right].filter(({ subject }) => subject.level !== 'rules')
  if (first !== undefined && second !== undefined && first.endianness !== second.endianness)
    throw new TypeError(
      `${left.name} and ${right.name} are filters for machines of different byte orders: ${left.endianness} and ${right.endianness} endian`,
    )
  const prove = { ...pair.prove, ...STACK_LIMITS, endianness: (first ?? left).endianness }
  const answer = askMainFirst({ ...pair, prove }, (options) => ask(left.subject, right.subject, options))
  if ('data' in answer)
    return { holds: 'no', statement, shown: () => differenceText(pair, prove, answer, directions) }
  return answer.kind === 'undecided'
    ? undecided(statement, answer.reason)
    : { holds: 'yes', statement, shown: () => '' }
}

/** A call with both verdicts, and how many calls change. */
function differenceText(
  { left, right, abis }: FilterPair,
  prove: ProveOptions,
  witness: Witness,
  directions: readonly Direction[] | undefined,
): string {
  const { data } = witness
  const names = callNames(abis, argumentNames(abis))
  const width = Math.max(left.name.length, right.name.length)
  const row = (name: string, verdict: Verdict): string =>
    `\n    ${name.padEnd(width)}  ${names.verdict(verdict, data.arch)}`
  const found = changes(right.subject, left.subject, prove)
  const counted =
    found.kind === 'changes'
      ? `\n  from ${right.name} to ${left.name}: ${countsText(changeCounts(names, abis, found.changes, directions))}`
      : ''
  return `\n  ${names.call(data)}${row(left.name, witness.left)}${row(right.name, witness.right)}${counted}`
}

/** Whether `left` and `right` give every call the same verdict. */
export const meansTheSame = (left: Filter, right: Filter): StatementAnswer =>
  compared(left, right, {
    statement: `to mean the same as ${right.name}`,
    ask: (one, other, options) => difference(one, other, options) ?? { kind: 'holds' },
  })

/** Whether `left` gives no call a weaker verdict than `right` does. */
export const isAtLeastAsStrict = (left: Filter, right: Filter): StatementAnswer =>
  compared(left, right, {
    statement: `to be at least as strict as ${right.name}`,
    directions: ['weaker'],
    ask: (one, other, options) => {
      const answer = subset(one, other, options)
      return answer.kind === 'subset' ? { kind: 'holds' } : answer
    },
  })
