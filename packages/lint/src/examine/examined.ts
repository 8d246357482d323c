/*
 * A filter as lint rules examine it: on each of its ABIs, by the names of calls and arguments.
 *
 * The filter may be the rules of a policy, or a program of any tool. A lint rule asks which calls run and which are
 * refused. Every answer is a call, or the fact that no such call exists. No answer is guessed.
 */
import { letsRun, refuses, seccompData } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { Capability, KernelVersion, ShownCall } from '@seccompile/policy'
import type { AnsweredCall, CallPair, CallsWhere, Inquiry, VerdictGoal } from '@seccompile/prover'
import { argumentIs } from '@seccompile/routes'
import type { Predicate } from '@seccompile/rules'
import { argumentOf, signatureOf } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable, CallArgument, KernelSpan } from '@seccompile/syscalls'

/** A filter on one of its ABIs. */
export interface ExaminedAbi {
  readonly abi: AbiTable
  /**
   * Whether the filter is an allow-list: it refuses a number that no call has. A deny-list lets this number run. The number
   * lies below the newest call, because a deny-list may refuse newer calls with ENOSYS.
   */
  readonly isAllowList: boolean
  /** Whether the ABI has the call. */
  readonly has: (name: string) => boolean
  /** A call `name` that runs, with arguments that meet `args`; `undefined` where there is none, or the ABI lacks it. */
  readonly runs: (name: string, args?: Predicate) => ShownCall | undefined
  /** A call `name` that fails or kills, with arguments that meet `args`. */
  readonly refused: (name: string, args?: Predicate) => ShownCall | undefined
  /** A call `name` whose verdict meets `goal`. */
  readonly call: (name: string, goal: VerdictGoal, args?: Predicate) => ShownCall | undefined
  /** The verdicts that the call `name` may get, ascending; none where the ABI lacks it. */
  readonly verdicts: (name: string, args?: Predicate) => readonly Verdict[]
  /** The argument of `name` that the kernel calls `argument`; `undefined` where the ABI has none. */
  readonly argumentOf: (name: string, argument: string) => CallArgument | undefined
  /** The arguments of `name`, where they are known. */
  readonly argumentsOf: (name: string) => readonly CallArgument[]
  /** {@link argumentIs} on this ABI. */
  readonly is: (name: string, argument: string, ...values: readonly bigint[]) => Predicate | undefined
  /** The answer of {@link Inquiry.byIgnoredBits} about the call `name` of this ABI. */
  readonly byIgnoredBits: (
    name: string,
    argument: CallArgument,
    goal: VerdictGoal,
    args?: Predicate,
  ) => ShownPair | undefined
  /** The answer of {@link Inquiry.otherThan} about the call `name` of this ABI. */
  readonly otherThan: (name: string, index: number, value: bigint, args?: Predicate) => ShownPair | undefined
}

/** Two calls that differ in one argument. */
export interface ShownPair {
  readonly one: ShownCall
  readonly other: ShownCall
}

/** All that a lint rule can examine. */
export interface ExaminedFilter {
  /** The ABIs of the filter, the main one first. */
  readonly on: readonly [ExaminedAbi, ...ExaminedAbi[]]
  /** The filter itself, for questions that are not about a call by its name. */
  readonly inquiry: Inquiry
  /** The kernel of the machine. */
  readonly kernel: KernelVersion
  /** The span that holds this kernel alone. */
  readonly kernels: KernelSpan
  /** The capabilities of the process. A filter allows calls that need one of these capabilities on purpose. */
  readonly caps: readonly Capability[]
  /** Whether a launcher attaches the filter before it calls execve. */
  readonly launched: boolean
  readonly verdict: (call: ShownCall) => Verdict
}

/** The highest number that no call of the ABI has and that is below its newest call. */
function unusedNumber({ names, newest }: AbiTable): number {
  let nr = newest
  while (names.has(nr)) nr -= 1
  return nr
}

/** The filter of `inquiry` on `abi`. */
export function examinedAbi(inquiry: Inquiry, abi: AbiTable): ExaminedAbi {
  const shown = ({ data }: AnsweredCall): ShownCall => ({ abi: abi.token, data })
  const whereOf = (name: string, args: Predicate | undefined): CallsWhere | undefined => {
    const nr = numberOf(abi, name)
    return nr === undefined ? undefined : { arch: abi.auditArch, nr, ...(args === undefined ? {} : { args }) }
  }
  const call = (name: string, goal: VerdictGoal, args?: Predicate): ShownCall | undefined => {
    const where = whereOf(name, args)
    const found = where && inquiry.call(goal, where)
    return found && shown(found)
  }
  const pair = (found: CallPair | undefined): ShownPair | undefined =>
    found && { one: shown(found.one), other: shown(found.other) }
  const unused = seccompData({ arch: abi.auditArch, nr: unusedNumber(abi) })
  return {
    abi,
    isAllowList: refuses(inquiry.verdict(unused)),
    has: (name) => numberOf(abi, name) !== undefined,
    runs: (name, args) => call(name, letsRun, args),
    refused: (name, args) => call(name, refuses, args),
    call,
    verdicts: (name, args) => {
      const where = whereOf(name, args)
      return where === undefined ? [] : inquiry.verdicts(where)
    },
    argumentOf: (name, wanted) => argumentOf(abi, name, wanted),
    argumentsOf: (name) => signatureOf(abi, name)?.args ?? [],
    is: (name, wanted, ...values) => argumentIs(abi, name, wanted, ...values),
    byIgnoredBits: (name, read, goal, args) => {
      const where = whereOf(name, args)
      return where && pair(inquiry.byIgnoredBits(goal, read, where))
    },
    otherThan: (name, index, value, args) => {
      const where = whereOf(name, args)
      return where && pair(inquiry.otherThan(index, value, where))
    },
  }
}
