import type { EditableText } from '@seccompile/heal'
import type { LibcName } from '@seccompile/libc-calls'
import type { PolicyInquiry } from './allowed-calls.ts'
import type { NeededCalls } from './needed-calls.ts'
import type { PortQuestion } from './port-question.ts'
import type { RequirementGroup } from './rule-groups.ts'

/** All that calls are judged by. */
export interface JudgeContext {
  readonly on: PolicyInquiry
  readonly libc: LibcName
  readonly needed: NeededCalls
  readonly group: RequirementGroup
  readonly question: PortQuestion
  readonly form: EditableText
}
