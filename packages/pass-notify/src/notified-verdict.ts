/*
 * The map of verdicts: what a watched program answers to a call, by what the policy answers.
 *
 * | use     | becomes USER_NOTIF         | stays                                                       | has no place      |
 * | ------- | -------------------------- | ----------------------------------------------------------- | ----------------- |
 * | denials | ERRNO, LOG                 | ALLOW, TRAP, KILL_THREAD, KILL_PROCESS, and unknown actions | TRACE, USER_NOTIF |
 * | try     | all but ALLOW              | ALLOW                                                       | USER_NOTIF        |
 * | record  | all, whatever the policy   |                                                             |                   |
 *
 * The kernel has one tracer and one supervisor for a call. A policy with TRACE or USER_NOTIF counts on its own.
 *
 * Two kinds of calls have answers of their own. `execve` and `execveat` are notified in every use: the supervisor has the listener
 * before the command runs, since the launcher waits in its own `execve`, and it learns of new programs. In `denials` the kernel
 * itself kills or traps for them, as for other calls: a signal of the supervisor would not reach the init of a PID namespace, and
 * would kill the process for KILL_THREAD. Only the `execve` of the launcher's ABI is notified there too.
 * In `record`, the calls that end a program or a signal handler are allowed. When the supervisor is gone, the kernel answers ENOSYS to
 * each notified call, and a program that cannot end would try for ever. `sigreturn` is one of them: on 32-bit ABIs it ends the
 * handlers that `rt_sigreturn` does not.
 * @see kernel/seccomp.c: seccomp_do_user_notification(); signal(7)
 */
import { actionOf, SECCOMP_RET } from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import { assertNever, expectObject, oneOf, read, record, u32 } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { abis, abiTable, numberOf, otherAbisOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'

/**
 * What a supervisor wants to see: the calls that get an errno or are logged, all calls that are not allowed, or every call.
 */
export type WatchUse = 'denials' | 'try' | 'record'

/** What is watched, and on which machine. */
export interface WatchPlan {
  readonly use: WatchUse
  /** The ABI of the launcher; `execve` is notified on all ABIs of the machine. */
  readonly abi: AbiToken
}

const watchFields: Reader<WatchPlan> = record<WatchPlan>({
  use: oneOf(['denials', 'try', 'record'] as const),
  abi: oneOf(abis.map(({ token }) => token)),
})

const callFields = (call: Pick<SeccompData, 'arch' | 'nr'>): Pick<SeccompData, 'arch' | 'nr'> => {
  expectObject(call, 'call', 'arch', 'nr')
  return { arch: read(u32, call.arch, 'call.arch'), nr: read(u32, call.nr, 'call.nr') }
}

/** `watch`, checked. @throws TypeError where it is wrong */
export const readWatch = (watch: WatchPlan): WatchPlan => read(watchFields, watch, 'watch')

/** Numbers of calls under one `arch`. */
export interface NumbersOfArch {
  readonly arch: number
  /** u32, sorted. */
  readonly numbers: readonly number[]
}

/** The verdict of a notified call. */
export const NOTIFY: Verdict = SECCOMP_RET.USER_NOTIF

const ENDING: ReadonlySet<string> = new Set(['KILL_PROCESS', 'KILL_THREAD', 'TRAP'])
const ALWAYS_NOTIFIED: readonly string[] = ['execve', 'execveat']
/** The calls that `record` never notifies, of each ABI that has them: they end a program, or a signal handler. */
export const NEVER_RECORDED: readonly string[] = ['exit', 'exit_group', 'rt_sigreturn', 'sigreturn']

/** The numbers of `calls` on all ABIs of the machine that `abi` is of, by arch; that of `abi` is first. */
function numbersOf(abi: AbiToken, calls: readonly string[]): readonly NumbersOfArch[] {
  const tables = [abi, ...otherAbisOf(abi)].map((token) => abiTable(token))
  return [...new Set(tables.map(({ auditArch }) => auditArch))].map((arch) => ({
    arch,
    numbers: tables
      .filter(({ auditArch }) => auditArch === arch)
      .flatMap((table) => calls.map((call) => numberOf(table, call)).filter((nr) => nr !== undefined))
      .sort((a, b) => a - b),
  }))
}

/** The calls with an answer of their own in `use`: their numbers, and that answer. */
export function ownAnswers({ use, abi }: WatchPlan): {
  readonly verdict: Verdict
  readonly calls: readonly NumbersOfArch[]
  /** Whether a call keeps a verdict by which the kernel kills or traps. */
  readonly mayKill: (call: Pick<SeccompData, 'arch' | 'nr'>) => boolean
} {
  if (use === 'record')
    return { verdict: SECCOMP_RET.ALLOW, calls: numbersOf(abi, NEVER_RECORDED), mayKill: () => false }
  const table = abiTable(abi)
  const launcher = numberOf(table, 'execve')
  return {
    verdict: NOTIFY,
    calls: numbersOf(abi, ALWAYS_NOTIFIED),
    mayKill: ({ arch, nr }) => use === 'denials' && !(arch === table.auditArch && nr === launcher),
  }
}

/** Whether the kernel kills or traps by `verdict`; it kills by one with an unknown action. */
export function isEnding(verdict: Verdict): boolean {
  const action = actionOf(verdict)
  return action === undefined || ENDING.has(action)
}

/** The verdict that replaces `verdict` for calls without an answer of their own; `undefined` where it has no place. */
export function replacedVerdict(use: WatchUse, verdict: Verdict): Verdict | undefined {
  const action = actionOf(verdict)
  switch (use) {
    case 'record':
      return NOTIFY
    case 'try':
      if (action === 'USER_NOTIF') return undefined
      return action === 'ALLOW' ? verdict : NOTIFY
    case 'denials':
      if (action === 'USER_NOTIF' || action === 'TRACE') return undefined
      return action === 'ERRNO' || action === 'LOG' ? NOTIFY : verdict
    default:
      return assertNever(use)
  }
}

/**
 * The verdict of the watched program on `call`, to which the policy gives `verdict`; `undefined` where the policy cannot be watched,
 * because it has this verdict.
 * @throws TypeError where `watch` is wrong; RangeError where `verdict` is no u32
 */
export function notifiedVerdict(
  watch: WatchPlan,
  verdict: Verdict,
  call: Pick<SeccompData, 'arch' | 'nr'>,
): Verdict | undefined {
  const given = readWatch(watch)
  const { arch, nr } = callFields(call)
  const own = ownAnswers(given)
  if (own.calls.some((one) => one.arch === arch && one.numbers.includes(nr)))
    return own.mayKill({ arch, nr }) && isEnding(verdict) ? verdict : own.verdict
  return replacedVerdict(given.use, verdict)
}
