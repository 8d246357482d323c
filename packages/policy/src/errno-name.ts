/* The names of errors: those of `@seccompile/constants`. */
import * as errnos from '@seccompile/constants/errno'
import type { ErrnoName } from '@seccompile/constants/errno'

/** The names of all errors that some ABI has, sorted. */
export const errnoNames: readonly ErrnoName[] = Object.freeze(
  Object.keys(errnos)
    .filter((name): name is ErrnoName => name.startsWith('E'))
    .sort(),
)

const known: ReadonlySet<string> = new Set(errnoNames)

/** Whether `text` names an error. */
export const isErrnoName = (text: string): text is ErrnoName => known.has(text)
