/* The names of errors: those of `@seccompile/constants`. */
import { errnoNames } from '@seccompile/constants/errno'
import type { ErrnoName } from '@seccompile/constants/errno'

const known: ReadonlySet<string> = new Set(errnoNames)

/** Whether `text` names an error. */
export const isErrnoName = (text: string): text is ErrnoName => known.has(text)
