/* Answers about attacks for machines. */
import type { AttackAnswer, ClauseAnswer, MachineAnswer, ServingCall } from '@seccompile/attacks'
import { callFacts, verdictFacts } from '@seccompile/describe'
import type { JudgedAttacks } from './judged-attacks.ts'

const servingFacts = ({ abis, args }: JudgedAttacks, { data, name, by, verdict }: ServingCall): unknown => ({
  ...callFacts({ abis }, data, args),
  ...verdictFacts({ verdict }, data.arch),
  serves: name,
  by,
})

function clauseFacts(judged: JudgedAttacks, answer: ClauseAnswer): unknown {
  const { clause, ...rest } = answer
  return {
    clause: clause.name,
    ...rest,
    ...('call' in rest ? { call: servingFacts(judged, rest.call) } : {}),
  }
}

function machineFacts(judged: JudgedAttacks, { kind, abis, clauses, ...answer }: MachineAnswer): unknown {
  return {
    verdict: kind,
    abis,
    by: 'by' in answer ? answer.by.map((stop) => stop.map(({ name }) => name)) : undefined,
    because: 'because' in answer ? answer.because : undefined,
    clauses: clauses.map((each) => clauseFacts(judged, each)),
  }
}

function answerFacts(judged: JudgedAttacks, { record, verdict, machines }: AttackAnswer): unknown {
  const { id, alsoIds, name, summary, affected, presumes, wrongIf, sources } = record
  return {
    id,
    alsoIds,
    name,
    verdict,
    machines: machines.map((each) => machineFacts(judged, each)),
    summary,
    affected,
    presumes,
    wrongIf,
    sources,
  }
}

/** The answers about a filter as JSON. */
export function attacksFacts(judged: JudgedAttacks): unknown {
  return {
    file: judged.name,
    caps: judged.caps,
    attacks: judged.answers.map((answer) => answerFacts(judged, answer)),
  }
}
