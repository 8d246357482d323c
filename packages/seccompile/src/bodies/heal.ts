/*
 * `seccompile heal`: the smallest edit of a policy that lets seen calls run.
 *
 * The edit is checked before it is printed. Its text is read again, and has to mean what the edited policy means; every seen call has to
 * run under it. What it opens beyond the seen calls is computed by the prover, and what lint finds newly in it is compared with what
 * lint finds in the policy as it is.
 */
import { aboutTwo, changeReport, onlyIn } from '@seccompile/describe'
import { policyFilter } from '@seccompile/filter'
import type { Filter } from '@seccompile/filter'
import { allowingSeen, editOf, heal as healingOf, healedPolicy, writtenEdit } from '@seccompile/heal'
import type { HealedCall } from '@seccompile/heal'
import { lintFilter } from '@seccompile/lint-report'
import type { LintedFinding, LintQuestion } from '@seccompile/lint-report'
import type { Policy, Target } from '@seccompile/policy'
import { changes, equal, isUndecided } from '@seccompile/prover'
import type { UndecidedAnswer } from '@seccompile/prover'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { checkOneStdin, inputName } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { hasBuilder, loadEditable, withoutText } from '../load/editable-policy.ts'
import type { EditablePolicy } from '../load/editable-policy.ts'
import { askedRules } from '../load/lint-question.ts'
import { leftOutNote, targetAbis } from '../load/policy.ts'
import { sayUndecided } from '../load/question.ts'
import { loadSeenCalls } from '../load/seen-calls.ts'
import { requirementsOf } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { ofQuestions, sayNote, sayWarnings } from '../show/say.ts'
import { sayHealing, sayHealingJson } from '../show/healing.ts'
import type { HealAnswer, WithheldCall } from '../show/healing.ts'

/** A policy, and the file with the calls that were seen. */
export interface HealQuestion extends TargetOptions {
  readonly policy: string
  readonly from: string
  readonly force: boolean
  readonly json: boolean
  readonly raw: boolean
}

/** A policy on its target, with what lint finds in it. */
interface JudgedPolicy {
  readonly policy: Policy
  readonly side: Filter
  readonly findings: readonly LintedFinding[]
}

/** All that edits are judged by. */
interface HealContext {
  readonly io: Io
  readonly options: HealQuestion
  readonly unseen: readonly string[]
  readonly target: Target
  readonly open: (policy: Policy) => Filter
  readonly lint: LintQuestion
  readonly editable: EditablePolicy
  readonly name: string
}

async function judged({ open, lint }: HealContext, policy: Policy): Promise<JudgedPolicy> {
  const side = open(policy)
  const { findings } = await lintFilter(side, lint)
  return { policy, side, findings }
}

const keyOf = ({ name, what }: LintedFinding): string => `${name}: ${what}`

/** What lint finds in `edited` and does not find in `before`. */
function newFindings(before: JudgedPolicy, edited: JudgedPolicy): readonly LintedFinding[] {
  const known = new Set(before.findings.map(keyOf))
  return edited.findings.filter((finding) => !known.has(keyOf(finding)))
}

const isHigh = ({ severity }: LintedFinding): boolean => severity === 'high'

/** The calls of `healed` that may be opened, and those that lint calls high. */
async function allowedByLint(
  context: HealContext,
  before: JudgedPolicy,
  healed: readonly HealedCall[],
): Promise<{ readonly healed: readonly HealedCall[]; readonly withheld: readonly WithheldCall[] }> {
  const { options, editable } = context
  const highOf = async (calls: readonly HealedCall[]): Promise<readonly LintedFinding[]> => {
    const edited = healedPolicy(before.policy, calls, editable.form)
    return newFindings(before, await judged(context, edited)).filter(isHigh)
  }
  const all = options.force || healed.length === 0 ? [] : await highOf(healed)
  if (all.length === 0) return { healed, withheld: [] }
  const each: { readonly call: HealedCall; readonly findings: readonly LintedFinding[] }[] = []
  for (const call of healed) each.push({ call, findings: await highOf([call]) })
  const kept = each.flatMap(({ call, findings }) => (findings.length === 0 ? [call] : []))
  const withheld = each.flatMap(({ call: { name }, findings }) =>
    findings.length === 0 ? [] : [{ name, findings }],
  )
  // Calls that are harmless one by one may be dangerous together.
  const left = kept.length === 0 ? [] : await highOf(kept)
  if (left.length === 0) return { healed: kept, withheld }
  return { healed: [], withheld: [...withheld, ...kept.map(({ name }) => ({ name, findings: left }))] }
}

/** What `edited` opens beyond the seen calls. */
async function beyondSeen(
  { options }: HealContext,
  before: JudgedPolicy,
  edited: Filter,
  healed: readonly HealedCall[],
): Promise<HealAnswer['beyond']> {
  if (before.side.leveled.level !== 'rules') throw new Error('a policy has rules')
  const asked = {
    ...before.side,
    leveled: { level: 'rules', ir: allowingSeen(before.side.leveled.ir, healed) },
  } as const
  const pair = aboutTwo([asked, edited])
  const found = changes(asked.leveled, edited.leveled, pair.prove)
  if (found.kind === 'undecided') return { reason: found.reason }
  const whole = await changeReport(pair, found.changes, { ...options, hasWithin: false, counted: ['weaker'] })
  return onlyIn(whole, ['weaker'])
}

async function answerOf(
  context: HealContext,
  before: JudgedPolicy,
  { healed: all, unhealed, asked }: Pick<HealAnswer, 'healed' | 'unhealed' | 'asked'>,
): Promise<HealAnswer> {
  const { editable, name, open, options, unseen } = context
  const { healed, withheld } = await allowedByLint(context, before, all)
  const edit = editOf(before.policy, healed, editable.form)
  const edited = await judged(context, healedPolicy(before.policy, healed, editable.form))
  const isMeant = (policy: Policy): boolean =>
    equal(edited.side.leveled, open(policy).leveled).kind === 'equal'
  return {
    policyName: name,
    from: inputName(options.from),
    healed,
    unhealed,
    asked,
    unseen,
    withheld,
    edit,
    ...(healed.length === 0 ? {} : { written: await writtenEdit(editable, edit, isMeant) }),
    beyond: await beyondSeen(context, before, edited.side, healed),
    findings: newFindings(before, edited),
  }
}

/** `seccompile heal`: the smallest edit of a policy that lets seen calls run. */
export async function heal(io: Io, options: HealQuestion): Promise<ExitCode> {
  const { policy: argument, from, json } = options
  checkOneStdin([argument, from])
  const { calls: seen, unseen } = await loadSeenCalls(from, options.abi?.[0].token ?? 'x86_64')
  const editable = await loadEditable(argument, options)
  const { policy, warnings, notes = [] } = editable.loaded
  const { constantFamilies: families } = await import('@seccompile/constants/all')
  const target = { ...requirementsOf(options), abis: targetAbis(policy, options) }
  const name = inputName(argument)
  const open = (edited: Policy): Filter => policyFilter(name, { policy: edited }, { ...target, families })
  const leftOut = leftOutNote(policy, options, target.abis) ?? []
  if (!json) for (const note of [...notes, leftOut].flat()) sayNote(io, note)
  const { question: lint } = await askedRules(options)
  const context = { io, options, unseen, target, open, lint, editable, name }
  try {
    const before = await judged(context, policy)
    sayWarnings(io, [...warnings, ...ofQuestions(before.side.findings)])
    const ask = async (asked: HealContext): Promise<HealAnswer | UndecidedAnswer> => {
      const healing = healingOf(policy, target, seen, asked.editable.form)
      return healing.kind === 'undecided' ? healing : answerOf(asked, before, healing)
    }
    const tried = await ask(context)
    // Where the text cannot be edited, rules are added by calls of the builder.
    const answer =
      'written' in tried && tried.written?.kind === 'not-written' && editable.text !== undefined
        ? await ask({ ...context, editable: withoutText(editable.loaded, tried.written.why) })
        : tried
    if ('reason' in answer) return sayUndecided(io, answer.reason, json)
    if (json) sayHealingJson(io, answer)
    else sayHealing(io, answer)
    // The calls of the builder edit a module, and no other text.
    const isWritten = answer.written?.kind !== 'not-written' || hasBuilder(argument)
    return isWritten && answer.unhealed.length + answer.withheld.length === 0 ? EXIT.ok : EXIT.no
  } catch (error) {
    if (isUndecided(error)) return sayUndecided(io, error.message, json)
    throw error
  }
}
