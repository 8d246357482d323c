/*
 * What a policy says of a call that programs need there, and the steps of the edit.
 *
 * A call that a library tries first and does without after ENOSYS needs not run: where its decision lies in memory (clone3), or its
 * condition cannot be moved, the edit refuses it with ENOSYS, and the library makes an older call. Any other errno would go to the
 * program.
 */
import { addedConditions } from '@seccompile/heal'
import type { AddedCondition, AllowStep } from '@seccompile/heal'
import { clausesOf } from '@seccompile/notation'
import { errno } from '@seccompile/policy'
import type { Action, KernelVersion, Policy } from '@seccompile/policy'
import { formatKernelVersion, printCondition } from '@seccompile/policy'
import { actionOn } from '@seccompile/policy/toolkit'
import { all, argumentTests, isNever } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { signatureOf } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { isAtLeast } from '@seccompile/syscalls'
import { isEnosys, mayRun } from './allowed-calls.ts'
import type { NeededCall } from './needed-calls.ts'
import type { JudgeContext } from './judge-context.ts'
import type { PortRow, PortStatus } from './port-row.ts'
import { addedReason, allowedReason, enosysReason, sourceOf, withheldReason } from './reasons.ts'
import { testListOf, withoutAbsorbed } from './test-lists.ts'

/** A row, the steps that it needs, and what has to run with them. */
export interface JudgedCall {
  readonly row: PortRow
  readonly steps: readonly AllowStep[]
  readonly where: Predicate
}

/** Calls whose decision lies in memory, where no filter sees it. @see clone(2), openat2(2) */
const IN_MEMORY: ReadonlyMap<string, string> = new Map([
  ['clone3', 'flags'],
  ['openat2', 'flags'],
])

/** More lists of comparisons than this are too many for an edit that people read. */
const MANY = 16

/** Whether a rule of the policy names the call and refuses it. */
function isRefusedByRule(policy: Policy, call: string): boolean {
  const parts = [policy, ...(policy.and ?? [])]
  return parts.some(({ rules }) =>
    rules.some(({ names, action }) => !mayRun(action) && names.some(({ name }) => name === call)),
  )
}

/** The indices of the arguments that `predicate` tests wherever it holds. */
function testedIn(predicate: Predicate): readonly number[] {
  if (predicate.kind === 'argument') return [predicate.index]
  const parts = predicate.of.map(testedIn)
  if (predicate.kind === 'all') return parts.flat()
  const [first = [], ...others] = parts
  return first.filter((index) => others.every((part) => part.includes(index)))
}

/** The arguments that the policy tests where it allows the call, and that the edit would not test. */
function untested({ on, written }: JudgeContext, { call, where }: NeededCall): readonly string[] {
  const tested = testedIn(where)
  const own = new Set(argumentTests(written(call)).map(({ index }) => index))
  return (signatureOf(on.abi, call)?.args ?? [])
    .filter(({ index }) => own.has(index) && !tested.includes(index))
    .map(({ name }) => name)
}

/** The conditions of rules that let `call` run where `where` holds; `undefined` where they would be too many. */
function conditionsOf(
  { on, form }: JudgeContext,
  call: string,
  where: Predicate,
): readonly AddedCondition[] | undefined {
  // A rule by index holds on ABIs of both word sizes.
  const clauses = clausesOf(where, form.style === 'index' ? 64 : on.abi.wordSize)
  if (clauses === undefined || clauses.length > MANY) return undefined
  const lists = withoutAbsorbed(clauses).map(testListOf)
  return addedConditions({ abi: on.abi.token, name: call }, lists, form)
}

/** The conditions of the rules that the edit adds, by the names of arguments. */
function shownConditions(
  context: JudgeContext,
  call: string,
  where: Predicate,
  status: PortStatus,
): readonly string[] {
  if (status !== 'added') return []
  const named = conditionsOf({ ...context, form: { ...context.form, style: 'name' } }, call, where) ?? []
  return named.flatMap(({ args, when }) => {
    const of = [...args, ...(when === undefined ? [] : [when])]
    return of.length === 0 ? [] : [printCondition(of.length === 1 ? of[0]! : { kind: 'all', of })]
  })
}

function enosysAction({ form }: JudgeContext, abi: AbiToken): Action {
  const action = errno('ENOSYS')
  return form.style === 'name' ? action : actionOn(action, abi)
}

/** The status of a call, why, and the steps of the edit. */
interface CallJudgement {
  readonly status: PortStatus
  readonly reason: string
  readonly steps: readonly AllowStep[]
}

function withheldOr(context: JudgeContext, need: NeededCall, why: string): CallJudgement {
  const { on, group } = context
  if (need.instead.length === 0) return { status: 'withheld', reason: why, steps: [] }
  const { includes, excludes } = group
  const step: AllowStep = {
    kind: 'allow',
    name: need.call,
    condition: { args: [] },
    action: enosysAction(context, on.abi.token),
    ...(includes === undefined ? {} : { includes }),
    ...(excludes === undefined ? {} : { excludes }),
  }
  return { status: 'enosys', reason: enosysReason(need, why, context), steps: [step] }
}

function judge(context: JudgeContext, need: NeededCall): CallJudgement {
  const { on, group } = context
  const { call, where, made, isAlone, unmoved, inPlaceOf, instead } = need
  if (isNever(where)) {
    const why = isAlone ? withheldReason.alone(need, context) : withheldReason.unmoved(need, context)
    // Where a condition that cannot be moved holds there cannot be told: all of the call has to run.
    if (isAlone ? on.runs(call, made) : on.refusals(call, made).length === 0)
      return { status: 'allowed', reason: allowedReason(need, context), steps: [] }
    if (isEnosys(on, call, { kind: 'all', of: [] }) && instead.length > 0)
      return { status: 'falls-back', reason: enosysReason(need, undefined, context), steps: [] }
    return isRefusedByRule(on.policy, call)
      ? { status: 'withheld', reason: withheldReason.byRule(need), steps: [] }
      : withheldOr(context, need, why)
  }
  const refusals = on.refusals(call, where)
  if (refusals.length === 0) return { status: 'allowed', reason: allowedReason(need, context), steps: [] }
  if (instead.length > 0 && isEnosys(on, call, where))
    return { status: 'falls-back', reason: enosysReason(need, undefined, context), steps: [] }
  if (isRefusedByRule(on.policy, call))
    return { status: 'withheld', reason: withheldReason.byRule(need), steps: [] }
  const open = untested(context, need)
  if (open.length > 0) return withheldOr(context, need, withheldReason.untested(need, open))
  const hidden = IN_MEMORY.get(call)
  if (hidden !== undefined && !inPlaceOf.includes(call))
    return withheldOr(context, need, withheldReason.inMemory(need, hidden))
  if (unmoved.length > 0 && instead.length > 0)
    return withheldOr(context, need, withheldReason.unmoved(need, context))
  const conditions = conditionsOf(context, call, where)
  if (conditions === undefined) return withheldOr(context, need, withheldReason.many(need))
  const { includes, excludes } = group
  return {
    status: 'added',
    reason: addedReason(need, context),
    steps: conditions.map((condition) => ({
      kind: 'allow',
      name: call,
      condition,
      ...(includes === undefined ? {} : { includes }),
      ...(excludes === undefined ? {} : { excludes }),
    })),
  }
}

/** What the kernels of the question have of a call. */
interface CallAge {
  readonly since: KernelVersion
  /** Whether the oldest of the kernels lacks the call, and the library makes others then. */
  readonly isOlder: boolean
}

function ageOf({ on, question }: JudgeContext, { call, instead }: NeededCall): CallAge {
  const [major, minor] = signatureOf(on.abi, call)?.since ?? [0, 0]
  const since = { major, minor }
  return { since, isOlder: instead.length > 0 && !isAtLeast(question.kernels.oldest, since) }
}

function judgedCall(
  context: JudgeContext,
  need: NeededCall,
  { status, reason, steps }: CallJudgement,
): JudgedCall {
  const { on, libc, group } = context
  const { call, instead, functions, inPlaceOf, where } = need
  const { since, isOlder } = ageOf(context, need)
  return {
    where,
    steps,
    row: {
      abi: on.abi.token,
      libc,
      call,
      inPlaceOf,
      lacking: inPlaceOf.filter((name) => !on.abi.numbers.has(name)),
      functions,
      status,
      when: shownConditions(context, call, where, status),
      instead,
      unmoved: status === 'added' ? need.unmoved : [],
      ...(since.major === 0 ? {} : { since }),
      caps: group.includes?.caps ?? [],
      reason: isOlder ? `${reason}; kernels before ${formatKernelVersion(since)} lack it` : reason,
      source: sourceOf(need, libc, on.abi.token),
    },
  }
}

/**
 * The functions of `need` for which the policy may refuse the call there: no condition for them could be moved.
 * @param status - that of the call for its other functions
 */
function closedParts(context: JudgeContext, need: NeededCall, status: PortStatus): readonly JudgedCall[] {
  const { on, needed } = context
  const isAdded = status === 'added'
  if (isNever(need.where) || !(isAdded || status === 'allowed')) return []
  // The row of a call that the edit adds tells what could not be moved.
  return (isAdded ? [needed.alone] : [needed.unmoved, needed.alone]).flatMap((parts) => {
    const part = parts.get(need.call)
    if (part === undefined) return []
    // What the edit opens for the other functions serves these too.
    if (isAdded && on.refusals(part.call, all([need.where, part.made])).length > 0) return []
    // An edit for these functions alone would change the call for the others.
    const doesFallBack = isEnosys(on, part.call, { kind: 'all', of: [] })
    const judgement = judge(context, doesFallBack ? part : { ...part, instead: [] })
    return judgement.status === 'allowed' ? [] : [judgedCall(context, part, judgement)]
  })
}

/** The row of a call, and those of functions for which it stays closed. */
function judgedParts(context: JudgeContext, need: NeededCall): readonly JudgedCall[] {
  const judgement = judge(context, need)
  const closed = closedParts(context, need, judgement.status)
  if (judgement.status !== 'added' || closed.length === 0)
    return [judgedCall(context, need, judgement), ...closed]
  const others = { ...need, functions: need.covered }
  return [judgedCall(context, others, judge(context, others)), ...closed]
}

/** The calls of `needed` that are needed, and those in place of calls that the kernel or the policy lacks. */
export function judgeCalls(context: JudgeContext): readonly JudgedCall[] {
  const { needed } = context
  const judged = new Map<string, readonly JudgedCall[]>()
  const queue: NeededCall[] = [...needed.first.values()]
  for (let at = 0; at < queue.length; at += 1) {
    const need = queue[at]!
    if (judged.has(need.call)) continue
    const calls = judgedParts(context, need)
    const isMadeLess = calls.some(({ row: { status } }) => status === 'falls-back' || status === 'enosys')
    if (isMadeLess || ageOf(context, need).isOlder)
      queue.push(...need.instead.flatMap((name) => needed.later.get(name) ?? []))
    judged.set(need.call, calls)
  }
  return [...judged.values()].flat()
}
