/* Whether a filter stops a published attack, by the judge of attacks. */
import { refuses } from '@seccompile/abi'
import { attackRecords, callRoutes, judgeAttacks, recordNamed } from '@seccompile/attacks'
import type {
  AttackId,
  AttackRecord,
  AttackVerdict,
  ClauseAnswer,
  ClauseCall,
  MachineAnswer,
  Stop,
} from '@seccompile/attacks'
import type { CallNames } from '@seccompile/describe'
import { clauseReason, reasonText, verdictWords } from '@seccompile/lint-report'
import type { Capability } from '@seccompile/policy'
import type { Inquiry } from '@seccompile/prover'
import { assertNever, didYouMean, expectText, optional, quote, read, record } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { numberOf, otherDoorOf } from '@seccompile/syscalls'
import type { StatementAnswer } from './answer.ts'
import { callsBy, inquiryOf } from './ask-calls.ts'
import type { RoutedCall } from './ask-calls.ts'
import { askedText } from './asked-calls.ts'
import type { FilterUnderTest } from './filter-under-test.ts'
import { machineNames } from './machine-names.ts'
import { capabilities } from './target-readers.ts'

/** The facts about the process under the filter. */
export interface StopOptions {
  /** The capabilities of the process. Default: those of the policy or of `readFilterFile`, or those of a container. */
  readonly caps?: readonly Capability[]
}

const RING = 'io_uring_setup'

const optionsReader: Reader<StopOptions> = record<StopOptions>({ caps: optional(capabilities) })

/** @throws RangeError where no record has the identifier */
function recordOf(id: string): AttackRecord {
  expectText(id, 'id')
  const found = recordNamed(id)
  if (found !== undefined) return found
  const known = attackRecords.flatMap((each) => [each.id, ...(each.alsoIds ?? [])])
  const hint = didYouMean(id, known, `; known are ${known.join(', ')}`)
  throw new RangeError(`toStop: no record of an attack is called ${quote(id)}${hint}`)
}

/** A call of a policy that has to be refused. */
interface Refusal {
  /** Absent where the text says the ABI. */
  readonly name?: string
  /** `socketcall where call == 1`. */
  readonly text: string
}

/** What has to be refused so that no call of `asked` runs by the route. */
function refusalOf({ route, data }: RoutedCall, asked: ClauseCall, archOf: CallNames['arch']): Refusal {
  const { abi, name, by } = route
  switch (by) {
    case undefined:
      return { name, text: askedText(asked) }
    case 'io_uring':
      return { name: RING, text: RING }
    case 'socketcall':
      return { name: by, text: `${by} where call == ${otherDoorOf(abi, name)!.call}` } // by which the route is
    case 'ipc':
      return { name: by, text: by }
    case 'foreign-number':
      return { text: `call ${data.nr} of ${archOf(data.arch)}` }
    default:
      return assertNever(by)
  }
}

/** The calls to refuse so that each clause of `stop` is refused, with the ABIs where they are not all of those that have it. */
function refusalsText(
  filter: FilterUnderTest,
  inquiry: Inquiry,
  { affected }: AttackRecord,
  stop: Stop,
): string {
  const { abis } = filter
  const { arch } = machineNames(filter)
  const open = stop.flatMap((clause) =>
    clause.calls.flatMap((asked) =>
      callsBy(
        inquiry,
        (verdict) => !refuses(verdict),
        callRoutes({ ...clause, calls: [asked] }, abis, affected),
      ).map((each) => ({ ...refusalOf(each, asked, arch), abi: each.route.abi.token })),
    ),
  )
  const texts = [...new Set(open.map(({ text }) => text))].map((text) => {
    const same = open.filter((each) => each.text === text)
    const { name } = same[0]! // which has the text
    if (name === undefined) return text
    const on = [...new Set(same.map(({ abi }) => abi))]
    const having = abis.filter((abi) => numberOf(abi, name) !== undefined)
    const isEverywhere = on.length === having.length && having.every(({ token }) => on.includes(token))
    return isEverywhere ? text : `${text} on ${on.join(' and ')}`
  })
  return texts.join('; ')
}

/** Why `machine` does not have the attack stopped, and the calls to refuse, each in a line. */
function machineLines(
  filter: FilterUnderTest,
  record: AttackRecord,
  machine: MachineAnswer,
): readonly string[] {
  const names = machineNames(filter)
  const { wouldStop } = machine
  const shown = machine.kind === 'not-stopped' ? machine.through : machine.clauses.filter(isOpen)
  const found = shown.map((each) => `${each.clause.name}: ${clauseReason(names, each)}`)
  const inquiry = wouldStop.length === 0 ? undefined : inquiryOf(filter)
  if (inquiry?.kind !== 'inquiry') return found
  const refusals = wouldStop.map((stop) => refusalsText(filter, inquiry, record, stop))
  const [only, ...others] = refusals
  const change =
    others.length === 0
      ? [`to stop it, refuse ${only}`]
      : ['to stop it, refuse one of:', ...refusals.map((each) => `  ${each}`)]
  return [...found, ...change]
}

const isOpen = ({ kind }: ClauseAnswer): boolean => kind === 'left-open' || kind === 'undecided'

/** Whether a verdict says that the filter stops the attack. A machine without a call for it cannot be attacked so. */
function holdsBy(verdict: AttackVerdict, { needs }: AttackRecord): StatementAnswer['holds'] {
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
export function stopsAttack(
  filter: FilterUnderTest,
  id: AttackId,
  options: StopOptions = {},
): StatementAnswer {
  const record = recordOf(id)
  const { caps } = read(optionsReader, options, 'options')
  const { leveled, abis, endianness, policy, target } = filter
  const subject = { filter: leveled, abis, endianness, caps: caps ?? target.caps ?? policy?.caps }
  const answer = judgeAttacks(subject, [record])[0]! // of one record
  return {
    holds: holdsBy(answer.verdict, record),
    statement: `to stop ${record.id}, ${record.name}`,
    shown: () => {
      const names = machineNames(filter)
      const lines = answer.machines
        .filter(({ kind }) => kind === answer.verdict)
        .flatMap((machine) => machineLines(filter, record, machine))
      const why =
        answer.verdict === 'not-stopped'
          ? ''
          : `; ${verdictWords(answer.verdict)}: ${reasonText(names, answer)}`
      return [why, ...new Set(lines)].join('\n  ')
    },
  }
}
