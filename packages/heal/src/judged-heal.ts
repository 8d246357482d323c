/*
 * An edit, judged before anybody sees it. Its text is read again, and has to mean what the edited policy means. What it opens beyond
 * the seen calls is computed by the prover, and what lint finds newly in it is compared with what lint finds in the policy as it is.
 */
import { aboutTwo, changeReport, onlyIn } from '@seccompile/describe'
import type { ChangeReport } from '@seccompile/describe'
import { policyFilter } from '@seccompile/filter'
import type { PolicyFilter } from '@seccompile/filter'
import { lintFilter } from '@seccompile/lint-report'
import type { LintedFinding, LintQuestion } from '@seccompile/lint-report'
import type { Policy } from '@seccompile/policy'
import { changes, equal } from '@seccompile/prover'
import type { UndecidedAnswer } from '@seccompile/prover'
import { expectList, expectObject } from '@seccompile/shape'
import { allowingSeen } from './beyond.ts'
import type { PolicyEdit } from './edit/edit.ts'
import { editOf, heal, healedPolicy } from './heal.ts'
import type { HealedCall, UnhealedCall } from './heal.ts'
import type { HealableCall } from './seen/seen-calls.ts'
import { writtenEdit } from './text/written-edit.ts'
import type { RereadText, WrittenEdit } from './text/written-edit.ts'

/** A policy to mend, and by what the edit is judged. */
export interface HealQuestion {
  readonly filter: PolicyFilter
  readonly seen: readonly HealableCall[]
  readonly source: RereadText
  readonly lint: LintQuestion
  /** Whether calls are opened about which lint has findings of high severity. */
  readonly opensHigh?: boolean
  /** Whether the report of what the edit opens beyond the seen calls shows arguments by index and numbers. */
  readonly raw?: boolean
}

/** A call that is not opened because of what lint finds. */
export interface WithheldCall {
  readonly name: string
  readonly findings: readonly LintedFinding[]
}

/** The edit of a policy, and what it does. */
export interface JudgedHealing {
  readonly kind: 'judged'
  readonly healed: readonly HealedCall[]
  readonly unhealed: readonly UnhealedCall[]
  /** Seen calls about which another process decides. */
  readonly asked: readonly string[]
  readonly withheld: readonly WithheldCall[]
  readonly edit: PolicyEdit
  /** The text before and after the edit, or why none is edited; absent where nothing is mended. */
  readonly written?: WrittenEdit
  /** What the edit opens beyond the seen calls, or why this is undecided. */
  readonly beyond: ChangeReport | UndecidedAnswer
  /** What lint finds newly, and does not withhold. */
  readonly findings: readonly LintedFinding[]
}

/** The filter of a question whose policy is `policy`. */
const edited = ({ filter: { name, target } }: HealQuestion, policy: Policy): PolicyFilter =>
  policyFilter(name, { policy }, target)

/** A text that is equal for findings that say the same. */
const keyOf = ({ name, what }: LintedFinding): string => `${name}: ${what}`

/** What lint finds in a policy with `healed`, and not in the policy as it is. */
type NewFindings = (healed: readonly HealedCall[]) => Promise<readonly LintedFinding[]>

async function newFindings(question: HealQuestion): Promise<NewFindings> {
  const { filter, lint, source } = question
  const found = await lintFilter(filter, lint)
  const known = new Set(found.findings.map(keyOf))
  return async (healed) => {
    const policy = healedPolicy(filter.policy, healed, source.form)
    const { findings } = await lintFilter(edited(question, policy), lint)
    return findings.filter((finding) => !known.has(keyOf(finding)))
  }
}

/** The calls of `healed` that may be opened, and those about which lint has findings of high severity. */
async function allowedByLint(
  find: NewFindings,
  healed: readonly HealedCall[],
): Promise<Pick<JudgedHealing, 'healed' | 'withheld'>> {
  const highOf: NewFindings = async (calls) =>
    (await find(calls)).filter(({ severity }) => severity === 'high')
  if (healed.length === 0 || (await highOf(healed)).length === 0) return { healed, withheld: [] }
  const kept: HealedCall[] = []
  const withheld: WithheldCall[] = []
  for (const call of healed) {
    const findings = await highOf([call])
    if (findings.length === 0) kept.push(call)
    else withheld.push({ name: call.name, findings })
  }
  // Calls that are harmless one by one may be dangerous together.
  const left = kept.length === 0 ? [] : await highOf(kept)
  if (left.length === 0) return { healed: kept, withheld }
  return { healed: [], withheld: [...withheld, ...kept.map(({ name }) => ({ name, findings: left }))] }
}

/** What `after` opens beyond the seen calls. */
async function beyondSeen(
  { filter, raw = false }: HealQuestion,
  after: PolicyFilter,
  healed: readonly HealedCall[],
): Promise<JudgedHealing['beyond']> {
  if (filter.subject.level !== 'rules') throw new Error('a policy has rules')
  const asked = {
    ...filter,
    subject: { level: 'rules', ir: allowingSeen(filter.subject.ir, healed) },
  } as const
  const pair = aboutTwo([asked, after])
  const found = changes(asked.subject, after.subject, pair.prove)
  if (found.kind === 'undecided') return found
  return onlyIn(await changeReport(pair, found.changes, { raw, hasWithin: false, counted: ['weaker'] }), [
    'weaker',
  ])
}

/**
 * The smallest edit of a policy that lets seen calls run, judged: see the fields of {@link JudgedHealing}. Undecided where a bound of
 * the prover is reached.
 */
export async function judgedHeal(question: HealQuestion): Promise<JudgedHealing | UndecidedAnswer> {
  expectObject(question, 'question', 'filter', 'source', 'lint')
  expectList(question.seen, 'question.seen', 'abi')
  const { filter, seen, source, opensHigh = false } = question
  const { families: _named, ...target } = filter.target
  const healing = heal(filter.policy, target, seen, source.form)
  if (healing.kind === 'undecided') return healing
  const find = await newFindings(question)
  const { healed, withheld } = opensHigh
    ? { healed: healing.healed, withheld: [] }
    : await allowedByLint(find, healing.healed)
  const edit = editOf(filter.policy, healed, source.form)
  const after = edited(question, healedPolicy(filter.policy, healed, source.form))
  const isMeant = (policy: Policy): boolean =>
    equal(after.subject, edited(question, policy).subject).kind === 'equal'
  return {
    kind: 'judged',
    healed,
    unhealed: healing.unhealed,
    asked: healing.asked,
    withheld,
    edit,
    ...(healed.length === 0 ? {} : { written: await writtenEdit(source, edit, isMeant) }),
    beyond: await beyondSeen(question, after, healed),
    findings: healed.length === 0 ? [] : await find(healed),
  }
}
