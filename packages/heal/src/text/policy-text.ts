import type { PolicyEdit } from '../edit/edit.ts'
import type { PolicyForm } from '../edit/policy-form.ts'

/** The text of a policy that can be edited. */
export interface EditableText extends PolicyForm {
  /** The text with `edit`; `undefined` where the text has a form in which it cannot be written. */
  readonly write: (edit: PolicyEdit) => string | undefined
}
