/*
 * The smallest set of steps that lets refused calls of one name run.
 *
 * The candidates are tried from the smallest: rules to add, then names to take out of entries that refuse the call, then both.
 * Each is tried on the rules about this name alone, by the prover. From the first that works, steps are then taken away
 * while the seen calls still run. So each step that is left is needed.
 */
import type { Policy, PolicyRule } from '@seccompile/policy'
import { addedConditions } from './added-conditions.ts'
import { assembled } from './assemble.ts'
import type { AllowStep, EditStep } from './assemble.ts'
import { conditionKey } from './condition-key.ts'
import { editedPolicy } from './edit.ts'
import type { AddedCondition } from './edit.ts'
import { fails, runs } from './effect.ts'
import type { PolicyForm } from './policy-form.ts'
import { exactTests, hasSelecting, nearestTests, selectedTests } from './tests.ts'
import type { TestList } from './tests.ts'
import type { EditOutcome } from './outcome.ts'
import type { CallOfAbi } from '../seen/registers.ts'
import type { KnownValues } from '../seen/seen-calls.ts'

/** Values of a seen call that the policy refuses. */
export interface RefusedValues extends CallOfAbi {
  readonly nr: number
  readonly values: KnownValues
  /** Whether the values of all arguments that matter are known. */
  readonly isTold: boolean
}

/** The most lists of values that become conditions of a call that was refused whole. */
const FEW = 8

/** What the target makes of a policy. */
export interface Judge {
  /** What becomes of the refused calls under an edited policy. */
  readonly outcome: (edited: Policy, refused: readonly RefusedValues[]) => EditOutcome
  /** Whether a rule of the policy tests arguments of a call. */
  readonly tests: (rule: PolicyRule, call: RefusedValues) => boolean
}

/** The calls of one name that a policy refuses. */
export interface RefusedSeenCall {
  readonly name: string
  readonly refused: readonly RefusedValues[]
}

const WHOLE: AddedCondition = { args: [] }

const names = (rule: PolicyRule, name: string): boolean => rule.names.some((each) => each.name === name)

const keyOf = ({ equal }: TestList): string =>
  equal.map(({ index, mask, value }) => `${index}&${mask}:${value}`).join()

/** The tests of each refused call; `undefined` where one has to be allowed whole. */
function testLists(
  policy: Policy,
  { name, refused }: RefusedSeenCall,
  { tests }: Judge,
): readonly TestList[] | undefined {
  const [first] = refused
  if (first === undefined || refused.some(({ isTold }) => !isTold)) return undefined
  const conditional = policy.rules.filter(
    (rule) => names(rule, name) && runs(rule.action) && (rule.args.length > 0 || rule.when !== undefined),
  )
  const oneOf = new Map(refused.map((one) => [one.abi, one]))
  const shapesOn = new Map(
    [...oneOf].map(([abi, one]) => [abi, conditional.filter((rule) => tests(rule, one))]),
  )
  const shaped = refused.map((one) => ({ one, shapes: shapesOn.get(one.abi) ?? [] }))
  if (shaped.every(({ shapes }) => shapes.length === 0)) {
    const all = refused.map(({ values }) => values)
    const lists = hasSelecting(first, first.values)
      ? selectedTests(first, all)
      : all.map((values) => exactTests(first, values))
    return new Set(lists.map(keyOf)).size <= FEW ? lists : undefined
  }
  const lists = shaped.map(({ one, shapes }) => nearestTests(one, shapes, one.values))
  return lists.every((list) => list !== undefined) ? lists : undefined
}

/** The conditions under which the call has to be allowed. */
function conditionsFor(
  policy: Policy,
  call: RefusedSeenCall,
  form: PolicyForm,
  judge: Judge,
): readonly AddedCondition[] {
  const lists = testLists(policy, call, judge)
  const [first] = call.refused
  if (lists === undefined || first === undefined) return [WHOLE]
  if (lists.some(({ kept, equal }) => kept.length + equal.length === 0)) return [WHOLE]
  const distinct = new Map<string, AddedCondition>()
  for (const condition of addedConditions(first, lists, form))
    distinct.set(conditionKey(condition), condition)
  return [...distinct.values()]
}

/** The entries that refuse calls of `name`, each once, in their order. */
function refusingEntries(policy: Policy, name: string, { entryOf }: PolicyForm): readonly number[] {
  const entries = policy.rules.flatMap((rule, index) =>
    names(rule, name) && fails(rule.action) ? [entryOf(index)] : [],
  )
  return [...new Set(entries)]
}

/** The candidates for one name, the smallest first. */
function candidates(
  policy: Policy,
  call: RefusedSeenCall,
  form: PolicyForm,
  judge: Judge,
): readonly (readonly EditStep[])[] {
  const { name } = call
  const conditions = conditionsFor(policy, call, form, judge)
  const allowing = (how: Pick<AllowStep, 'before' | 'from'>): readonly EditStep[] =>
    conditions.map((condition) => ({ kind: 'allow', name, condition, ...how }))
  const adding = allowing({})
  const entries = refusingEntries(policy, name, form)
  const taking = entries.map((entry): EditStep => ({ kind: 'take', entry, name }))
  const [first] = entries
  const ahead = policy.overlaps === 'first' && first !== undefined ? [allowing({ before: first })] : []
  const sets = [...taking.map((step) => [step]), taking]
  return [
    adding,
    ...ahead,
    ...sets,
    ...entries.map((entry) => allowing({ from: [entry] })),
    allowing({ from: entries }),
    ...sets.map((set) => [...set, ...adding]),
  ]
}

/** `steps` without those that are not needed. */
function needed(
  steps: readonly EditStep[],
  works: (steps: readonly EditStep[]) => boolean,
): readonly EditStep[] {
  let kept = steps
  for (const step of steps) {
    const fewer = kept.filter((one) => one !== step)
    if (works(fewer)) kept = fewer
  }
  return kept
}

/**
 * The steps that let `call` run; `undefined` where no candidate does. A candidate that leaves a rule without effect is taken
 * only where there is no other.
 */
export function findSteps(
  policy: Policy,
  call: RefusedSeenCall,
  form: PolicyForm,
  judge: Judge,
): readonly EditStep[] | undefined {
  const outcome = (steps: readonly EditStep[]): EditOutcome =>
    judge.outcome(editedPolicy(policy, assembled(policy, steps, form), form.entryOf), call.refused)
  const works = (steps: readonly EditStep[]): boolean => outcome(steps) !== 'refused'
  let second: readonly EditStep[] | undefined
  for (const candidate of candidates(policy, call, form, judge)) {
    if (!works(candidate)) continue
    const found = needed(candidate, works)
    if (outcome(found) === 'allowed') return found
    second ??= found
  }
  return second
}
