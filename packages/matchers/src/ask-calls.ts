/*
 * Whether all of some calls run, or all are refused.
 *
 * That calls run is asked on the ABIs of the filter. That they are refused is asked for every route to them, as the judge of attacks
 * does: on each ABI of the machine, by a multiplexer, by io_uring, and by numbers of another ABI. A call that runs by another route is
 * not refused.
 */
import { letsRun, refuses } from '@seccompile/abi'
import { callRoutes } from '@seccompile/attacks'
import type { CallRoute, ClauseCall } from '@seccompile/attacks'
import { argumentNames, callNames } from '@seccompile/describe'
import { aboutCall } from '@seccompile/lint-report'
import { callPredicate } from '@seccompile/policy/parts'
import { inquire, STACK_LIMITS } from '@seccompile/prover'
import type { AnsweredCall, Inquiry, UndecidedAnswer, VerdictGoal } from '@seccompile/prover'
import { numberOf } from '@seccompile/syscalls'
import { decided, undecided } from './answer.ts'
import type { StatementAnswer } from './answer.ts'
import { askedText } from './asked-calls.ts'
import type { FilterUnderTest } from './filter-under-test.ts'
import { countedRoutes } from './route-options.ts'
import type { RouteOptions } from './route-options.ts'

/** The filter, ready for questions. */
export const inquiryOf = ({ leveled, endianness }: FilterUnderTest): Inquiry | UndecidedAnswer =>
  inquire(leveled, { endianness, ...(leveled.level === 'stack' ? STACK_LIMITS : {}) })

/** A call by a route, with its verdict. */
export interface RoutedCall extends AnsweredCall {
  readonly route: CallRoute
}

/** The first call by each of `routes` whose verdict meets `goal`. */
export const callsBy = (
  inquiry: Inquiry,
  goal: VerdictGoal,
  routes: readonly CallRoute[],
): readonly RoutedCall[] =>
  routes.flatMap((route) => {
    const { arch, nr, args } = route
    const found = inquiry.call(goal, { arch, nr, args })
    return found === undefined ? [] : { ...found, route }
  })

/** Each of `calls` with its verdict, in a line. */
export function callLines({ abis }: FilterUnderTest, calls: readonly RoutedCall[]): readonly string[] {
  const names = callNames(abis, argumentNames(abis))
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
}

/** @throws TypeError where no ABI of the filter has the call, or one that has it lacks an argument or a constant of the condition */
function routesTo(asked: ClauseCall, { abis, target }: FilterUnderTest, options: RouteOptions): AskedRoutes {
  const { kernels, counts } = countedRoutes(options, target.kernel)
  const { name, when } = asked
  for (const abi of abis)
    if (when !== undefined && numberOf(abi, name) !== undefined && !callPredicate(name, when, abi))
      throw new TypeError(`${abi.token}: has no ${askedText(asked)}`)
  const every = callRoutes({ calls: [asked] }, abis, kernels)
  const own = every.filter(({ abi, by }) => {
    const isMultiplexed = (by === 'socketcall' || by === 'ipc') && numberOf(abi, name) === undefined
    return abis.some(({ token }) => token === abi.token) && (by === undefined || isMultiplexed)
  })
  if (own.length > 0) return { own, every: every.filter(counts) }
  const tokens = abis.map(({ token }) => token).join(', ')
  const among = kernels.to === undefined ? '' : ` of Linux ${kernels.to} or older`
  throw new TypeError(`${tokens}: none has the call ${name}${among}`)
}

/** What is asked of some calls. */
interface RunQuestion {
  /** `to allow socket`. */
  readonly statement: string
  /** The routes by which all calls have to meet the statement, and the verdicts that do not. */
  readonly all: readonly CallRoute[]
  readonly breaks: VerdictGoal
  /** The routes by which no call meets the statement, where its opposite holds, and the verdicts that would. */
  readonly none: readonly CallRoute[]
  readonly meets: VerdictGoal
}

function answered(filter: FilterUnderTest, question: RunQuestion): StatementAnswer {
  const inquiry = inquiryOf(filter)
  if (inquiry.kind === 'undecided') return undecided(question.statement, inquiry.reason)
  const against = callsBy(inquiry, question.breaks, question.all)
  const met = callsBy(inquiry, question.meets, question.none)
  return {
    holds: against.length === 0 ? 'yes' : met.length === 0 ? 'no' : 'neither',
    statement: question.statement,
    shown: (isNot) =>
      callLines(filter, isNot ? met : against)
        .map((line) => `\n  ${line}`)
        .join(''),
  }
}

/** Whether `filter` lets all calls of `asked` run; the opposite: it lets none run, by any route. */
export function allows(
  filter: FilterUnderTest,
  asked: ClauseCall,
  options: RouteOptions = {},
): StatementAnswer {
  const statement = `to allow ${askedText(asked)}`
  const { own, every } = routesTo(asked, filter, options)
  return decided(statement, () =>
    answered(filter, {
      statement,
      all: own,
      breaks: (verdict) => !letsRun(verdict),
      none: every,
      meets: letsRun,
    }),
  )
}

/** Whether `filter` refuses all calls of `asked`, by every route; the opposite: it refuses none. */
export function refusesCalls(
  filter: FilterUnderTest,
  asked: ClauseCall,
  options: RouteOptions = {},
): StatementAnswer {
  const statement = `to refuse ${askedText(asked)}`
  const { own, every } = routesTo(asked, filter, options)
  return decided(statement, () =>
    answered(filter, {
      statement,
      all: every,
      breaks: (verdict) => !refuses(verdict),
      none: own,
      meets: refuses,
    }),
  )
}
