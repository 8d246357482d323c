/*
 * Whether all of some calls run, or all are refused.
 *
 * That calls run is asked on the ABIs of the filter. That they are refused is asked for every route to them, as the judge of attacks
 * does: on each ABI of the machine, by a multiplexer, by io_uring, and by numbers of another ABI. A call that runs by another route is
 * not refused.
 */
import { letsRun, refuses } from '@seccompile/abi'
import { aboutCall, clauseCallText } from '@seccompile/lint-report'
import { callPredicate } from '@seccompile/policy/toolkit'
import { inquire, STACK_LIMITS } from '@seccompile/prover'
import type { Inquiry, UndecidedAnswer, VerdictGoal } from '@seccompile/prover'
import { machinesOf, routedCalls, routesOf } from '@seccompile/routes'
import type { CallPattern, CallRoute, RoutedCall } from '@seccompile/routes'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { decided, undecided } from './answer.ts'
import type { StatementAnswer } from './answer.ts'
import type { Filter } from '@seccompile/filter'
import { machineNames } from './machine-names.ts'
import { countedRoutes } from './route-options.ts'
import type { RouteOptions } from './route-options.ts'
import { runAnyway } from './run-anyway.ts'

/** The filter, ready for questions. */
const inquiryOf = ({ subject, endianness }: Filter): Inquiry | UndecidedAnswer =>
  inquire(subject, { endianness, ...(subject.level === 'stack' ? STACK_LIMITS : {}) })

/** Each of `calls` with its verdict, in a line. */
function callLines(filter: Filter, calls: readonly RoutedCall[]): readonly string[] {
  const names = machineNames(filter)
  return calls.map(
    ({ data, verdict, route }) =>
      `${names.call(data)}${aboutCall(route)}: ${names.verdict(verdict, data.arch)}`,
  )
}

/** The routes to some calls. */
interface AskedRoutes {
  /** On the ABIs of the filter: the calls themselves, or those of the multiplexer where an ABI has no number for them. */
  readonly own: readonly CallRoute[]
  readonly every: readonly CallRoute[]
  /** Why no filter refuses the calls; absent where a filter can. */
  readonly anyway: string | undefined
}

/** The routes of `every` by which programs of `abi` make the call: its number, or else the multiplexer. */
function ownRoutes(every: readonly CallRoute[], { token, auditArch }: AbiTable): readonly CallRoute[] {
  const here = every.filter(({ abi, arch }) => abi.token === token && arch === auditArch)
  const numbered = here.filter(({ by }) => by === undefined)
  return numbered.length > 0 ? numbered : here.filter(({ by }) => by === 'socketcall' || by === 'ipc')
}

const abisText = ({ abis }: Filter): string => abis.map(({ token }) => token).join(', ')

/**
 * @throws TypeError where no ABI of the filter has the call, where one that has it lacks an argument or a constant of the condition,
 * and where no route is left to ask for
 */
function routesTo(asked: CallPattern, filter: Filter, options: RouteOptions): AskedRoutes {
  const { abis, target, policy } = filter
  const { kernels, counts } = countedRoutes(options, target?.kernel ?? policy?.kernel)
  const { name, when } = asked
  for (const abi of abis)
    if (when !== undefined && numberOf(abi, name) !== undefined && !callPredicate(name, when, abi))
      throw new TypeError(`${abi.token}: has no ${clauseCallText(asked)}`)
  const every = machinesOf(abis).flatMap((machine) => routesOf([asked], machine, kernels))
  const own = abis.flatMap((abi) => ownRoutes(every, abi))
  const among = kernels.to === undefined ? '' : ` in Linux ${kernels.to} or older`
  if (own.length === 0) throw new TypeError(`${abisText(filter)}: none has the call ${name}${among}`)
  const counted = every.filter(counts)
  if (counted.length === 0)
    throw new TypeError(`${abisText(filter)}: every route to ${name} is left out by exceptBy`)
  return { own, every: counted, anyway: runAnyway(every, kernels) }
}

const MEETS: Readonly<Record<'allow' | 'refuse', VerdictGoal>> = { allow: letsRun, refuse: refuses }

/** The verdicts with which a call may do what `verb` says: a listener or a tracer decides about some. */
const MAY_MEET: Readonly<Record<'allow' | 'refuse', VerdictGoal>> = {
  allow: (verdict) => !refuses(verdict),
  refuse: (verdict) => !letsRun(verdict),
}

/**
 * Whether `filter` does with all calls of `asked` what `verb` says; the opposite: it does so with none, whatever a listener or a tracer
 * decides. What may run is asked for every route, and what has to run for the calls themselves.
 * @throws TypeError for wrong options, where the ABIs of the filter have no such call, and where no filter decides about it
 */
export function answerAbout(
  filter: Filter,
  verb: 'allow' | 'refuse',
  asked: CallPattern,
  options: RouteOptions = {},
): StatementAnswer {
  const text = clauseCallText(asked)
  const statement = `to ${verb} ${text}`
  const { own, every, anyway } = routesTo(asked, filter, options)
  const meets = MEETS[verb]
  const [all, none] = verb === 'allow' ? [own, every] : [every, own]
  return decided(statement, () => {
    const inquiry = inquiryOf(filter)
    if (inquiry.kind === 'undecided') return undecided(statement, inquiry.reason)
    if (routedCalls(inquiry, () => true, own).length === 0)
      throw new TypeError(
        `${abisText(filter)}: no call meets ${text}, so the test would pass for every filter`,
      )
    const against = routedCalls(inquiry, (verdict) => !meets(verdict), all)
    const met = routedCalls(inquiry, MAY_MEET[verb], none)
    const isAllowed = verb === 'allow' && against.length === 0
    if (anyway !== undefined && !isAllowed)
      throw new TypeError(`${anyway}; leave out the test, or ask about older kernels`)
    return {
      holds: against.length === 0 ? 'yes' : met.length === 0 ? 'no' : 'neither',
      statement,
      shown: (isNot) =>
        callLines(filter, isNot ? met : against)
          .map((line) => `\n  ${line}`)
          .join(''),
    }
  })
}
