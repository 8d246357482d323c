/* An edit in the text of a policy, which counts only if the text, read again, means what it should. */
import type { Policy } from '@seccompile/policy'
import { expectObject } from '@seccompile/shape'
import type { PolicyEdit } from '../edit/edit.ts'
import type { EditableText } from './policy-text.ts'

/** The text of a policy, and how it is edited and read again. */
export interface RereadText {
  readonly form: EditableText
  /** The text and its path; absent where no text is edited. */
  readonly text?: { readonly path: string; readonly content: string }
  /** Why no text is edited, as a clause; absent where one is. */
  readonly why?: string
  /** The policy in an edited text. @throws what reading it throws */
  readonly reread: (content: string) => Promise<Policy>
}

/** The text with an edit, or why there is none, as a clause. */
export type WrittenEdit =
  | { readonly kind: 'written'; readonly path: string; readonly before: string; readonly after: string }
  | { readonly kind: 'not-written'; readonly why: string }

const not = (why: string): WrittenEdit => ({ kind: 'not-written', why })

/**
 * The text with `edit`.
 * @param isMeant - whether the policy in the edited text means what it should
 */
export async function writtenEdit(
  source: RereadText,
  edit: PolicyEdit,
  isMeant: (policy: Policy) => boolean | Promise<boolean>,
): Promise<WrittenEdit> {
  expectObject(source, 'source', 'form', 'reread')
  const { form, text, why = 'its text is not edited', reread } = source
  if (text === undefined) return not(why)
  const after = form.write(edit)
  if (after === undefined) return not('its text has a form in which the edit cannot be written')
  try {
    if (!(await isMeant(await reread(after))))
      return not('the edited text, read again, does not mean what it should')
  } catch (error) {
    return not(
      `the edited text could not be read again: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  return { kind: 'written', path: text.path, before: text.content, after }
}
