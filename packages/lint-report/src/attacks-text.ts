/* Answers about attacks for people at a terminal: a table, and each attack with its clauses. */
import type { Paint } from '@seccompile/answer'
import type {
  AttackAnswer,
  AttackVerdict,
  ClauseAnswer,
  MachineAnswer,
  ServingCall,
} from '@seccompile/attacks'
import type { CallNames } from '@seccompile/describe'
import { printableLine } from '@seccompile/text-layout'
import { assertNever } from '@seccompile/shape'
import {
  aboutCall,
  attackCounts,
  decidingMachines,
  namesIn,
  stopsText,
  verdictWords,
  worstFirst,
} from './judged-attacks.ts'
import type { JudgedAttacks } from './judged-attacks.ts'
import { refusalTexts } from './refusals.ts'

/** A call of an answer as text. */
const callLine = (names: CallNames, call: ServingCall): string => `${names.call(call.data)}${aboutCall(call)}`

/** What decides about an attack on a machine, in a line. */
function machineReason(names: CallNames, machine: MachineAnswer): string {
  switch (machine.kind) {
    case 'stopped':
      return stopsText(machine.by)
    case 'not-stopped': {
      const calls = machine.through.flatMap((answer) =>
        answer.kind === 'open' ? [callLine(names, answer.call)] : [],
      )
      return calls.join('; ')
    }
    case 'not-decided':
    case 'no-matter':
      return machine.because
    default:
      return assertNever(machine)
  }
}

/**
 * What decides about an attack, in a line. The calls of one machine are enough for an attack. What stops an attack on one machine
 * may be open on another, so each machine has its own reason where they differ.
 */
export function reasonText(names: CallNames, answer: AttackAnswer): string {
  const reasons = decidingMachines(answer).map(
    (machine) => [machine.abis[0], machineReason(names, machine)] as const,
  )
  const [, first] = reasons[0]! // the verdict is that of a machine
  if (answer.verdict !== 'stopped' || reasons.every(([, reason]) => reason === first)) return first
  return reasons.map(([abi, reason]) => `${abi}: ${reason}`).join('; ')
}

const paintOf = (paint: Paint, verdict: AttackVerdict): ((text: string) => string) => {
  switch (verdict) {
    case 'not-stopped':
      return paint.red
    case 'not-decided':
      return paint.yellow
    case 'stopped':
      return paint.cyan
    case 'no-matter':
      return paint.dim
    default:
      return assertNever(verdict)
  }
}

/** What "stopped" does not mean. Every form of the answer for people says it. */
export const ABOUT_STOPPED =
  'stopped means that the filter refuses what the record needs; a corrected kernel is the cure'

/** A line for each attack, the worst first. */
export function attacksText(paint: Paint, judged: JudgedAttacks): string {
  const { name, answers } = judged
  const names = namesIn(judged)
  const width = (of: (answer: AttackAnswer) => string): number =>
    Math.max(...answers.map((answer) => of(answer).length))
  const widths = {
    verdict: width(({ verdict }) => verdictWords(verdict)),
    id: width(({ record }) => record.id),
    name: width(({ record }) => record.name),
  }
  const lines = worstFirst(answers).map((answer) => {
    const { record, verdict } = answer
    const cells = [
      paintOf(paint, verdict)(verdictWords(verdict).padEnd(widths.verdict)),
      paint.bold(record.id.padEnd(widths.id)),
      record.name.padEnd(widths.name),
      printableLine(reasonText(names, answer)),
    ]
    return `  ${cells.join('  ')}`
  })
  return `${[paint.bold(printableLine(name)), ...lines, attackCounts(answers), paint.dim(ABOUT_STOPPED)].join('\n')}\n`
}

/** The state of a clause in a word. */
export function clauseWord(answer: ClauseAnswer): string {
  switch (answer.kind) {
    case 'open':
      return 'open'
    case 'refused':
      return 'refused'
    case 'held':
      return 'not needed'
    case 'absent':
      return 'no call'
    case 'left-open':
    case 'undecided':
      return 'not decided'
    default:
      return assertNever(answer)
  }
}

/** The reason for the state of a clause: the call that is open, or the calls that are refused. */
export function clauseReason(names: CallNames, answer: ClauseAnswer): string {
  switch (answer.kind) {
    case 'open':
    case 'left-open': {
      const { call } = answer
      return `${names.call(call.data)} gets ${names.verdict(call.verdict, call.data.arch)}${aboutCall(call)}`
    }
    case 'refused': {
      const { replacedBy } = answer.clause
      const cap = replacedBy === undefined ? '' : `; ${replacedBy} would do in its place`
      return `${answer.calls.join(', ')} (${answer.abis.join(', ')})${cap}`
    }
    case 'held':
      return `the process has ${answer.capability}`
    case 'absent':
      return 'no ABI of the machine has a call for it in an affected kernel'
    case 'undecided':
      return answer.reason
    default:
      return assertNever(answer)
  }
}

/** The verdict on a machine, and what decides it unless calls do. */
function verdictLine(paint: Paint, machine: MachineAnswer): string {
  const by = machine.kind === 'stopped' ? `, by ${stopsText(machine.by)}` : ''
  const why = machine.kind === 'not-decided' || machine.kind === 'no-matter' ? `: ${machine.because}` : ''
  return `${paintOf(paint, machine.kind)(verdictWords(machine.kind))}${printableLine(`${by}${why}`)}`
}

/** Columns of the longest label, `wrong if` or `presumes`. */
const LABEL = 'not decided'.length

/** One attack with its facts, and its clauses on each machine. */
export function attackText(paint: Paint, judged: JudgedAttacks, answer: AttackAnswer): string {
  const { record, verdict, machines } = answer
  const names = namesIn(judged)
  const labelled = (label: string, text: string): string =>
    `  ${paint.dim(label.padEnd(LABEL))}  ${printableLine(text)}`
  const onMachine = (machine: MachineAnswer): readonly string[] => {
    const clauses = machine.clauses.map((each) =>
      labelled(clauseWord(each), `${each.clause.name}: ${clauseReason(names, each)}`),
    )
    const refusals = refusalTexts(judged.filter, names, record, machine).map((text, i) =>
      labelled(i === 0 ? 'to stop it' : 'or', `refuse ${text}`),
    )
    return machines.length === 1
      ? [...clauses, ...refusals]
      : [`  ${machine.abis.join(', ')}: ${verdictLine(paint, machine)}`, ...clauses, ...refusals]
  }
  const [only] = machines
  const isOne = machines.length === 1 && only !== undefined
  const lines = [
    `${paint.bold([record.id, ...(record.alsoIds ?? [])].join(', '))} ${record.name}: ${isOne ? verdictLine(paint, only) : paintOf(paint, verdict)(verdictWords(verdict))}`,
    `  ${record.summary}`,
    ...machines.flatMap(onMachine),
    labelled('affected', record.affected.text),
    labelled('presumes', record.presumes),
    labelled('wrong if', record.wrongIf),
    ...record.sources.map((source) => labelled('source', source)),
  ]
  return `${lines.join('\n')}\n`
}
