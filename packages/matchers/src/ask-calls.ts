/*
 * Whether all of some calls run, or all are refused.
 *
 * That calls run is asked on the ABIs of the filter. That they are refused is asked on every ABI of its machines, and for the
 * operations of `socketcall` and `ipc` that do the same: a call that runs by another number is not refused.
 */
import { letsRun, refuses } from '@seccompile/abi'
import { argumentNames, callNames } from '@seccompile/describe'
import { inquire, STACK_LIMITS } from '@seccompile/prover'
import type { AnsweredCall, CallsWhere, Inquiry, VerdictGoal } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import { otherAbisOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { decided, undecided } from './answer.ts'
import type { StatementAnswer } from './answer.ts'
import type { AskedCalls } from './asked-calls.ts'
import type { FilterUnderTest } from './filter-under-test.ts'

/** The ABIs by which programs call the kernel of the machines that `abis` are for, those of `abis` first. */
function machineAbis(abis: readonly AbiTable[]): readonly AbiTable[] {
  const named = abis.map(({ token }) => token)
  const others = named.flatMap(otherAbisOf).filter((token) => !named.includes(token))
  return [...abis, ...[...new Set(others)].map((token) => signedAbiTable(token))]
}

/** The first call on each part of `where` whose verdict meets `goal`. */
const found = (inquiry: Inquiry, goal: VerdictGoal, where: readonly CallsWhere[]): readonly AnsweredCall[] =>
  where.flatMap((part) => inquiry.call(goal, part) ?? [])

/** What is asked of some calls. */
interface RunQuestion {
  /** `to allow socket`. */
  readonly statement: string
  /** The calls that have to meet the statement, and the verdicts that do not. */
  readonly all: readonly CallsWhere[]
  readonly breaks: VerdictGoal
  /** The calls none of which meets the statement, where its opposite holds, and the verdicts that would. */
  readonly none: readonly CallsWhere[]
  readonly meets: VerdictGoal
}

function answered(filter: FilterUnderTest, question: RunQuestion): StatementAnswer {
  const { leveled, endianness, abis } = filter
  const inquiry = inquire(leveled, { endianness, ...(leveled.level === 'stack' ? STACK_LIMITS : {}) })
  if (inquiry.kind === 'undecided') return undecided(question.statement, inquiry.reason)
  const against = found(inquiry, question.breaks, question.all)
  const met = found(inquiry, question.meets, question.none)
  return {
    holds: against.length === 0 ? 'yes' : met.length === 0 ? 'no' : 'neither',
    statement: question.statement,
    shown: (isNot) => {
      const names = callNames(abis, argumentNames(abis))
      return (isNot ? met : against)
        .map(({ data, verdict }) => `\n  ${names.call(data)}: ${names.verdict(verdict, data.arch)}`)
        .join('')
    },
  }
}

/** Whether `filter` lets all calls of `asked` run; the opposite: it lets none run. */
export function allows(filter: FilterUnderTest, { text, on, everyDoor }: AskedCalls): StatementAnswer {
  const statement = `to allow ${text}`
  const all = on(filter.abis)
  const none = everyDoor(machineAbis(filter.abis))
  return decided(statement, () =>
    answered(filter, { statement, all, breaks: (verdict) => !letsRun(verdict), none, meets: letsRun }),
  )
}

/** Whether `filter` refuses all calls of `asked`; the opposite: it refuses none. */
export function refusesCalls(filter: FilterUnderTest, { text, on, everyDoor }: AskedCalls): StatementAnswer {
  const statement = `to refuse ${text}`
  const none = on(filter.abis)
  const all = everyDoor(machineAbis(filter.abis))
  return decided(statement, () =>
    answered(filter, { statement, all, breaks: (verdict) => !refuses(verdict), none, meets: refuses }),
  )
}
