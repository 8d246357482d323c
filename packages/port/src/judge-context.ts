import type { EditableText } from '@seccompile/heal'
import type { LibcName } from '@seccompile/libc-calls'
import type { Predicate } from '@seccompile/rules'
import type { PolicyInquiry } from './allowed-calls.ts'
import type { NeededCalls } from './needed-calls.ts'
import type { PortQuestion } from './port-question.ts'
import type { RequirementGroup } from './rule-groups.ts'

/** All that calls are judged by. */
export interface JudgeContext {
  /** The policy on the ABI, with the edit so far. */
  readonly on: PolicyInquiry
  /** The condition under which the policy without an edit lets a call run there. */
  readonly written: (call: string) => Predicate
  readonly libc: LibcName
  readonly needed: NeededCalls
  readonly group: RequirementGroup
  readonly question: PortQuestion
  readonly form: EditableText
}
