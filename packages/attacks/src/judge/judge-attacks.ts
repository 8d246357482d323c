/*
 * The verdict on attacks: whether a filter refuses what each attack needs, by proof.
 *
 * A filter is one diagram, and every route to a clause is one question to it. So an answer is about all values of all arguments,
 * and a call that an answer shows has run through the filter. Each machine is judged by itself: an attack may take one
 * clause by one ABI of the machine and another clause by another.
 */
import type { Endianness } from '@seccompile/abi'
import { CONTAINER_CAPS } from '@seccompile/policy'
import type { Capability } from '@seccompile/policy'
import { inquire, STACK_LIMITS } from '@seccompile/prover'
import type { ProveLimits, Subject } from '@seccompile/prover'
import { machinesOf } from '@seccompile/routes'
import type { MachineAbis } from '@seccompile/routes'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import type { AttackRecord } from '../record/attack-record.ts'
import { clausesOf } from '../record/need.ts'
import type { AttackClause } from '../record/need.ts'
import { clauseAnswer } from './clause-answer.ts'
import type { AttackQuestion, ClauseAnswer } from './clause-answer.ts'
import { needAnswer, stopsOf } from './combine.ts'
import type { NeedAnswer, Stop } from './combine.ts'

/** A filter to judge, and the facts about the process under it. */
export interface AttackSubject {
  readonly filter: Subject
  /** Tables of `@seccompile/signatures`. The other ABIs of their machines count too. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  /** The byte order of a program; `little` where absent. */
  readonly endianness?: Endianness
  /** `CONTAINER_CAPS` where absent. */
  readonly caps?: readonly Capability[] | undefined
  /** The bounds of the proof; those of the prover where absent, and `STACK_LIMITS` for a stack. */
  readonly limits?: ProveLimits
}

/** Whether a filter stops an attack, the worst first. */
export type AttackVerdict = NeedAnswer['kind']

/** The answer about an attack on one machine. */
export type MachineAnswer = NeedAnswer & {
  readonly abis: readonly AbiToken[]
  /** The answer about each clause; empty where the diagram of the filter is too large. */
  readonly clauses: readonly ClauseAnswer[]
  /** Clauses that would stop the attack if the filter refused them; empty where it is stopped, and where none would. */
  readonly wouldStop: readonly Stop[]
}

/** The answer about an attack. */
export interface AttackAnswer {
  readonly record: AttackRecord
  /** The worst verdict of the machines. */
  readonly verdict: AttackVerdict
  /** At least one, in the order of the ABIs of the filter. */
  readonly machines: readonly MachineAnswer[]
}

/** The verdicts, the worst first. */
export const ATTACK_VERDICTS: readonly AttackVerdict[] = [
  'not-stopped',
  'not-decided',
  'stopped',
  'no-matter',
]

const tokensOf = (machine: MachineAbis): readonly AbiToken[] => machine.map(({ token }) => token)

function onMachine(
  { needs, affected }: AttackRecord,
  machine: MachineAbis,
  question: AttackQuestion | { readonly reason: string },
): MachineAnswer {
  const abis = tokensOf(machine)
  if (needs.kind !== 'no-call' && 'reason' in question)
    return { kind: 'not-decided', because: question.reason, abis, clauses: [], wouldStop: [] }
  const answers = new Map<AttackClause, ClauseAnswer>()
  if (!('reason' in question))
    for (const clause of clausesOf(needs))
      answers.set(clause, clauseAnswer(clause, machine, affected, question))
  const answerOf = (clause: AttackClause): ClauseAnswer => answers.get(clause)! // of the same need
  const answer = needAnswer(needs, answerOf, machine[0].token)
  const wouldStop =
    answer.kind === 'not-stopped' || answer.kind === 'not-decided' ? stopsOf(needs, answerOf) : []
  return { ...answer, abis, clauses: [...answers.values()], wouldStop }
}

/** The answers about the attacks `records`, in their order. @throws IrError where the filter breaks an invariant of its level */
export function judgeAttacks(
  subject: AttackSubject,
  records: readonly AttackRecord[],
): readonly AttackAnswer[] {
  expectObject(subject, 'subject', 'filter', 'abis')
  expectList(subject.abis, 'subject.abis')
  expectList(records, 'records', 'id', 'needs', 'affected')
  const { filter, abis, endianness, caps = CONTAINER_CAPS } = subject
  const { limits = filter.level === 'stack' ? STACK_LIMITS : {} } = subject
  const inquiry = inquire(filter, {
    ...(endianness === undefined ? {} : { endianness }),
    ...limits,
  })
  const question = inquiry.kind === 'undecided' ? { reason: inquiry.reason } : { inquiry, caps }
  const machines = machinesOf(abis)
  return records.map((record) => {
    const answers = machines.map((machine) => onMachine(record, machine, question))
    const verdict = ATTACK_VERDICTS.find((each) => answers.some(({ kind }) => kind === each))!
    return { record, verdict, machines: answers }
  })
}
