/* Whether a filter stops a published attack, by the judge of attacks. */
import { judgeAttacks, noRecordText, recordNamed } from '@seccompile/attacks'
import type {
  AttackAnswer,
  AttackId,
  AttackRecord,
  AttackVerdict,
  ClauseAnswer,
  MachineAnswer,
} from '@seccompile/attacks'
import { clauseReason, reasonText, refusalTexts, verdictWords } from '@seccompile/lint-report'
import type { Capability } from '@seccompile/policy'
import { assertNever, expectText, optional, read, record } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import type { StatementAnswer } from './answer.ts'
import type { Filter } from '@seccompile/filter'
import { machineNames } from './machine-names.ts'
import { capabilities } from './target-readers.ts'

/** The facts about the process under the filter. */
export interface StopOptions {
  /** The capabilities of the process. Default: those of the policy or of `readFilterFile`, or those of a container. */
  readonly caps?: readonly Capability[]
}

const optionsReader: Reader<StopOptions> = record<StopOptions>({ caps: optional(capabilities) })

/** @throws RangeError where no record has the identifier */
function recordOf(id: string): AttackRecord {
  expectText(id, 'id')
  const found = recordNamed(id)
  if (found !== undefined) return found
  throw new RangeError(`toStop: ${noRecordText(id)}`)
}

/** Why `machine` does not have the attack stopped, and the calls to refuse, each in a line. */
function machineLines(
  filter: Filter,
  { record, machines }: AttackAnswer,
  machine: MachineAnswer,
): readonly string[] {
  const names = machineNames(filter)
  const shown = machine.kind === 'not-stopped' ? machine.through : machine.clauses.filter(isOpen)
  const found = shown.map((each) => `${each.clause.name}: ${clauseReason(names, each)}`)
  const refusals = refusalTexts(filter, names, record, machine)
  if (refusals.length === 0) return found
  const [only, ...others] = refusals
  const where = machines.length === 1 ? '' : ` on ${machine.abis[0]}`
  const change =
    others.length === 0
      ? [`to stop it${where}, refuse ${only}`]
      : [`to stop it${where}, refuse one of:`, ...refusals.map((each) => `  ${each}`)]
  return [...found, ...change]
}

const isOpen = ({ kind }: ClauseAnswer): boolean => kind === 'left-open' || kind === 'undecided'

/** Whether a verdict says that the filter stops the attack. A machine without a call for it cannot be attacked so. */
export function holdsBy(verdict: AttackVerdict, { needs }: AttackRecord): StatementAnswer['holds'] {
  switch (verdict) {
    case 'stopped':
      return 'yes'
    case 'not-stopped':
      return 'no'
    case 'not-decided':
      return 'neither'
    case 'no-matter':
      return needs.kind === 'no-call' ? 'neither' : 'yes'
    default:
      return assertNever(verdict)
  }
}

/**
 * Whether `filter` stops the attack `id`, on each machine of its ABIs.
 * @throws RangeError where no record has the identifier, TypeError where an option is wrong
 */
export function stopsAttack(filter: Filter, id: AttackId, options: StopOptions = {}): StatementAnswer {
  const record = recordOf(id)
  const { caps } = read(optionsReader, options, 'options')
  const { subject, abis, endianness, policy, target } = filter
  const judged = { filter: subject, abis, endianness, caps: caps ?? target?.caps ?? policy?.caps }
  const answer = judgeAttacks(judged, [record])[0]! // of one record
  return {
    holds: holdsBy(answer.verdict, record),
    statement: `to stop ${record.id}, ${record.name}`,
    shown: () => {
      const names = machineNames(filter)
      const lines = answer.machines
        .filter(({ kind }) => kind === answer.verdict)
        .flatMap((machine) => machineLines(filter, answer, machine))
      const why =
        answer.verdict === 'not-stopped'
          ? ''
          : `; ${verdictWords(answer.verdict)}: ${reasonText(names, answer)}`
      return [why, ...new Set(lines)].join('\n  ')
    },
  }
}
