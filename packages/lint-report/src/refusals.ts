/* The calls that a filter has to refuse so that it stops an attack, in the words of conditions. */
import { refuses } from '@seccompile/abi'
import type { AttackRecord, MachineAnswer, Stop } from '@seccompile/attacks'
import { plainNumber } from '@seccompile/describe'
import type { CallNames } from '@seccompile/describe'
import type { Filter } from '@seccompile/filter'
import { printCondition } from '@seccompile/policy'
import { inquire, isUndecided, STACK_LIMITS } from '@seccompile/prover'
import type { Inquiry } from '@seccompile/prover'
import { machinesOf, routedCalls, routesOf } from '@seccompile/routes'
import type { CallPattern, RoutedCall } from '@seccompile/routes'
import { assertNever, expectObject } from '@seccompile/shape'
import { numberOf, otherDoorOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** The calls of a clause as text: `socket where family == AF_INET`. */
export function clauseCallText(asked: CallPattern): string {
  expectObject(asked, 'asked', 'name')
  const { name, when } = asked
  return when === undefined ? name : `${name} where ${printCondition(when)}`
}

const RING = 'io_uring_setup'

/** A call of a policy that has to be refused. */
interface ClosingRefusal {
  /** Absent where the text says the ABI. */
  readonly name?: string
  /** `socketcall where call == 1`. */
  readonly text: string
}

/** What has to be refused so that no call of `asked` runs by the route. */
function refusalOf(
  { route, data }: RoutedCall,
  asked: CallPattern,
  archOf: CallNames['arch'],
): ClosingRefusal {
  const { abi, name, by } = route
  switch (by) {
    case undefined:
      return { name, text: clauseCallText(asked) }
    case 'io_uring':
      return { name: RING, text: RING }
    case 'socketcall':
      return { name: by, text: `${by} where call == ${otherDoorOf(abi, name)!.call}` } // by which the route is
    case 'ipc':
      return { name: by, text: by }
    case 'foreign-number':
      return { text: `call ${plainNumber(data.nr)} of ${archOf(data.arch)}` }
    default:
      return assertNever(by)
  }
}

/** ` on x86 and x32`, for the ABIs `on`; nothing where they are all of `abis` that have the call `name`. */
function onText(on: readonly string[], name: string, abis: readonly AbiTable[]): string {
  const having = abis.filter((abi) => numberOf(abi, name) !== undefined)
  const isEverywhere = on.length === having.length && having.every(({ token }) => on.includes(token))
  return isEverywhere ? '' : ` on ${on.join(' and ')}`
}

/** The questions of one machine about an attack. */
interface MachineQuestion {
  readonly inquiry: Inquiry
  readonly names: CallNames
  readonly record: AttackRecord
  readonly machine: MachineAnswer
  readonly abis: Filter['abis']
}

/** The calls to refuse so that each clause of `stop` is refused, with the ABIs where they are not all of those that have it. */
function stopText({ inquiry, names, record, machine, abis }: MachineQuestion, stop: Stop): string {
  const isHere = ({ token }: AbiTable): boolean => machine.abis.includes(token)
  const machines = machinesOf(abis).filter(([main]) => isHere(main))
  const open = stop.flatMap((clause) =>
    clause.calls.flatMap((asked) => {
      const routes = machines.flatMap((each) => routesOf([asked], each, record.affected))
      const calls = routedCalls(inquiry, (verdict) => !refuses(verdict), routes)
      return calls.map((each) => ({ ...refusalOf(each, asked, names.arch), abi: each.route.abi.token }))
    }),
  )
  const texts = [...new Set(open.map(({ text }) => text))].map((text) => {
    const same = open.filter((each) => each.text === text)
    const { name } = same[0]! // which has the text
    if (name === undefined) return text
    return `${text}${onText([...new Set(same.map(({ abi }) => abi))], name, abis.filter(isHere))}`
  })
  return texts.join('; ')
}

/**
 * The calls to refuse so that `filter` stops the attack of `record` on `machine`. Each text is enough; the list is empty where none
 * is, and where the prover passes a bound.
 * @throws IrError where the filter breaks an invariant of its level
 */
export function refusalTexts(
  filter: Pick<Filter, 'subject' | 'endianness' | 'abis'>,
  names: CallNames,
  record: AttackRecord,
  machine: MachineAnswer,
): readonly string[] {
  const { subject, endianness, abis } = filter
  if (machine.wouldStop.length === 0) return []
  const limits = subject.level === 'stack' ? STACK_LIMITS : {}
  const inquiry = inquire(subject, { endianness, ...limits })
  if (inquiry.kind === 'undecided') return []
  try {
    return machine.wouldStop.map((stop) => stopText({ inquiry, names, record, machine, abis }, stop))
  } catch (error) {
    if (!isUndecided(error)) throw error
    return []
  }
}
