/* A ported policy, judged: its edited text is read again, and what it warns of is compared with the policy as it is. */
import { constantFamilies as families } from '@seccompile/constants/all'
import { policyFilter } from '@seccompile/filter'
import type { PolicyFilter } from '@seccompile/filter'
import { writtenEdit } from '@seccompile/heal'
import type { RereadText, WrittenEdit } from '@seccompile/heal'
import type { Finding, Policy, WarningName } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import type { UndecidedAnswer } from '@seccompile/prover'
import { expectObject } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { port } from './port.ts'
import type { Porting } from './port.ts'
import type { PortQuestion } from './port-question.ts'

/** What a policy needs on other ABIs, and what is known of the edit that gives it. */
export interface JudgedPorting extends Porting {
  /** The text before and after the edit, or why none is edited. */
  readonly written: () => Promise<WrittenEdit>
  /** Whether the policy names its ABIs, and not all of those to which it goes. */
  readonly isNamed: boolean
  /** Warnings of the edited policy there that the policy as it is does not have there. */
  readonly warnings: readonly Finding[]
}

/** The filter of `policy` on the ABI `token`, whichever it names itself. */
function filterOn({ abis: _named, ...policy }: Policy, token: AbiToken): PolicyFilter {
  return policyFilter('policy', { policy }, { abis: [signedAbiTable(token)], families })
}

const isAlike = (one: Policy, other: Policy, token: AbiToken): boolean =>
  equal(filterOn(one, token).subject, filterOn(other, token).subject).kind === 'equal'

/** The names of warnings that an edit can cause. */
const OF_EDITS: readonly (string | undefined)[] = ['unsafe-shape', 'lost-refusal'] satisfies WarningName[]

const keyOf = ({ name, message }: Finding): string => `${name} ${message}`

function newWarnings(before: Policy, edited: Policy, token: AbiToken): readonly Finding[] {
  const known = new Set(filterOn(before, token).findings.map(keyOf))
  return filterOn(edited, token).findings.filter(
    (finding) => OF_EDITS.includes(finding.name) && !known.has(keyOf(finding)),
  )
}

/** {@link port}, judged: see the fields of {@link JudgedPorting}. `source` is the text of the policy. */
export function judgedPort(
  policy: Policy,
  question: PortQuestion,
  source: RereadText,
): JudgedPorting | UndecidedAnswer {
  expectObject(source, 'source', 'form', 'reread')
  const porting = port(policy, question, source.form)
  if (porting.kind === 'undecided') return porting
  const { edit, edited } = porting
  const { to } = question
  const isAsItIs = [edit.joins, edit.takes, edit.rules].every((steps) => steps.length === 0)
  // A policy without an edit warns of nothing new, and to read a large one twice takes seconds.
  const found = isAsItIs ? [] : to.flatMap((token) => newWarnings(policy, edited, token))
  return {
    ...porting,
    written: () => writtenEdit(source, edit, (read) => to.every((token) => isAlike(read, edited, token))),
    isNamed: to.some((token) => policy.abis?.includes(token) === false),
    warnings: [...new Map(found.map((each) => [each.message, each])).values()],
  }
}
