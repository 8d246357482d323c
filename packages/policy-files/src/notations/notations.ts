/* The notations in which a filter is written. */
import type { Notation } from './notation.ts'
import { POLICY_NOTATIONS, WRITTEN_ONLY } from './policy-notations.ts'
import { PROGRAM_NOTATIONS } from './program-notations.ts'

/** All notations, in the order of the help. */
export const NOTATIONS: readonly Notation[] = [...PROGRAM_NOTATIONS, ...POLICY_NOTATIONS, ...WRITTEN_ONLY]
