/*
 * The answer to a statement about a filter, and what a matcher makes of it.
 *
 * `expect(filter).not.toAllow('mount')` means that no call of mount runs, and not that some call is refused. So a statement holds,
 * or its opposite does, or neither does: then the test fails with and without `not`, and so it does where nothing is decided.
 */
import { isUndecided } from '@seccompile/prover'

/** The answer to a statement about a filter. */
export interface StatementAnswer {
  readonly holds: 'yes' | 'no' | 'neither'
  /** `to allow openat`. */
  readonly statement: string
  /** What shows it in the message of a test that fails, which may be one with `not`. */
  readonly shown: (isNot: boolean) => string
}

/** What vitest and Jest take from a matcher. */
export interface MatcherResult {
  readonly pass: boolean
  readonly message: () => string
}

/** The result of a matcher about the filter `name`. */
export function matched(
  name: string,
  { holds, statement, shown }: StatementAnswer,
  isNot: boolean,
): MatcherResult {
  return {
    pass: holds === 'neither' ? isNot : holds === 'yes',
    message: () => `expected ${name} ${isNot ? 'not ' : ''}${statement}${shown(isNot)}`,
  }
}

/** The answer where the prover does not decide, for `reason`. */
export const undecided = (statement: string, reason: string): StatementAnswer => ({
  holds: 'neither',
  statement,
  shown: () => `; it is not decided: ${reason}`,
})

/**
 * The answer of `ask`; where a question exceeds the bounds of the prover, that it is not decided.
 * @throws every other error of `ask`
 */
export function decided(statement: string, ask: () => StatementAnswer): StatementAnswer {
  try {
    return ask()
  } catch (error) {
    if (!isUndecided(error)) throw error
    return undecided(statement, error.message)
  }
}
