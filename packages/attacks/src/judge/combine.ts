/* The answers about the clauses of a need, joined as the need joins them. */
import { actionOf } from '@seccompile/abi'
import { assertNever } from '@seccompile/shape'
import type { AttackClause, AttackNeed } from '../record/need.ts'
import type { ClauseAnswer, ServingCall } from './clause-answer.ts'

/** Clauses whose refusal together stops the attack. */
export type Stop = readonly AttackClause[]

/** The answer about a need on one machine. */
export type NeedAnswer =
  | {
      readonly kind: 'stopped'
      /** Each stops the attack alone; none has another one within. */
      readonly by: readonly [Stop, ...Stop[]]
    }
  | {
      readonly kind: 'not-stopped'
      /** An answer of the kind `open` or `held` for each clause of one route through the need. */
      readonly through: readonly ClauseAnswer[]
    }
  | {
      readonly kind: 'not-decided'
      readonly because: string
      /** A call that a listener or a tracer decides; absent where the prover passes a bound. */
      readonly call?: ServingCall
    }
  | { readonly kind: 'no-matter'; readonly because: string }

type Stopped = Extract<NeedAnswer, { kind: 'stopped' }>
type Of<Kind extends NeedAnswer['kind']> = Extract<NeedAnswer, { kind: Kind }>

const isOf =
  <Kind extends NeedAnswer['kind']>(kind: Kind) =>
  (answer: NeedAnswer): answer is Of<Kind> =>
    answer.kind === kind

/** `stops` without those that hold another one. */
function least(stops: readonly Stop[]): Stopped['by'] {
  const kept = stops.filter(
    (stop, at) =>
      !stops.some(
        (other, i) =>
          i !== at &&
          other.every((clause) => stop.includes(clause)) &&
          (other.length < stop.length || i < at),
      ),
  )
  return kept as readonly Stop[] as Stopped['by'] // of several stops, the shortest is kept
}

/** One stop out of each list, together. */
function together(lists: readonly (readonly Stop[])[]): readonly Stop[] {
  return lists.reduce<readonly Stop[]>(
    (joined, stops) => joined.flatMap((one) => stops.map((other) => [...new Set([...one, ...other])])),
    [[]],
  )
}

/** The answer where all of `answers` are needed. */
function allNeeded(answers: readonly NeedAnswer[]): NeedAnswer {
  const stopped = answers.filter(isOf('stopped'))
  if (stopped.length > 0) return { kind: 'stopped', by: least(stopped.flatMap(({ by }) => by)) }
  const first = answers.find(isOf('no-matter')) ?? answers.find(isOf('not-decided'))
  return (
    first ?? {
      kind: 'not-stopped',
      through: answers.filter(isOf('not-stopped')).flatMap(({ through }) => through),
    }
  )
}

/** The answer where any of `answers` is enough. */
function anyNeeded(answers: readonly NeedAnswer[]): NeedAnswer {
  const open = answers.find(isOf('not-stopped')) ?? answers.find(isOf('not-decided'))
  if (open !== undefined) return open
  const stopped = answers.filter(isOf('stopped'))
  // A part without a call on this machine is no route either.
  const [first] = answers
  if (stopped.length === 0) return first! // a joint has a part
  return { kind: 'stopped', by: least(together(stopped.map(({ by }) => by))) }
}

/** Who decides a call that the filter neither refuses nor lets run. */
const deciderOf = ({ verdict }: ServingCall): string =>
  actionOf(verdict) === 'TRACE' ? 'a tracer' : 'a listener'

/** The answer about `need`, from the answer about each of its clauses. */
export function needAnswer(
  need: AttackNeed,
  answerOf: (clause: AttackClause) => ClauseAnswer,
  machine: string,
): NeedAnswer {
  switch (need.kind) {
    case 'no-call':
      return { kind: 'no-matter', because: need.because }
    case 'all':
      return allNeeded(need.of.map((part) => needAnswer(part, answerOf, machine)))
    case 'any':
      return anyNeeded(need.of.map((part) => needAnswer(part, answerOf, machine)))
    case 'clause': {
      const answer = answerOf(need)
      switch (answer.kind) {
        case 'refused':
          return { kind: 'stopped', by: [[need]] }
        case 'open':
        case 'held':
          return { kind: 'not-stopped', through: [answer] }
        case 'absent':
          return {
            kind: 'no-matter',
            because: `${machine} has no call for ${need.name} in an affected kernel`,
          }
        case 'left-open':
          return {
            kind: 'not-decided',
            because: `${deciderOf(answer.call)} decides about ${need.name}`,
            call: answer.call,
          }
        case 'undecided':
          return { kind: 'not-decided', because: answer.reason }
        default:
          return assertNever(answer)
      }
    }
    default:
      return assertNever(need)
  }
}

/** The clauses that would stop the attack together, if the filter refused those of its clauses that are not refused yet. */
export function stopsOf(need: AttackNeed, answerOf: (clause: AttackClause) => ClauseAnswer): readonly Stop[] {
  const refused = (clause: AttackClause): ClauseAnswer => {
    const answer = answerOf(clause)
    const mayBeRefused = answer.kind !== 'held' && answer.kind !== 'absent'
    return mayBeRefused ? { clause, kind: 'refused', calls: [], abis: [] } : answer
  }
  const answer = needAnswer(need, refused, '')
  if (answer.kind !== 'stopped') return []
  const open = answer.by.map((stop) => stop.filter((clause) => answerOf(clause).kind !== 'refused'))
  return least(open)
}
