/* An argument of a command as a value. The key of an argument in the record of a command is its name in the help. */
import type { Complete } from './completion.ts'
import { oneOf } from './completion.ts'
import { listed, parseChoice } from './option.ts'

/** An argument whose value in a command is a `Value`. */
export interface CommandArgument<Value> {
  readonly about: string
  /**
   * `one` must be typed, `perhaps` may be typed. `some` is one word or more, `any` is none or more; both come last.
   */
  readonly count: 'one' | 'perhaps' | 'some' | 'any'
  /** The value of the typed text. @throws CliError, whose message begins with `name` */
  readonly read: (typed: string | readonly string[] | undefined, name: string) => Value
  readonly complete: Complete
  /** Completes the second and later words, if their candidates differ from those of the first. */
  readonly completeMore?: Complete
}

/** An argument that must be typed. */
export function argument(about: string, complete: Complete): CommandArgument<string> {
  return { about, count: 'one', read: (typed) => String(typed), complete }
}

/** An argument of one word or more. @param completeMore - for all words but the first */
export function someArguments(
  about: string,
  complete: Complete,
  completeMore: Complete = complete,
): CommandArgument<readonly string[]> {
  return { about, count: 'some', read: (typed) => typed as readonly string[], complete, completeMore } // count
}

/** An argument that may be left out. */
export function optionalArgument(about: string, complete: Complete): CommandArgument<string | undefined> {
  return { about, count: 'perhaps', read: (typed) => typed as string | undefined, complete } // count
}

/** An argument of any number of words. @param completeMore - for all words but the first */
export function anyArguments(
  about: string,
  complete: Complete,
  completeMore?: Complete,
): CommandArgument<readonly string[]> {
  return { ...someArguments(about, complete, completeMore), count: 'any' }
}

/** An argument that is one of `words`. @param about - the text of the help; default: the list of the words */
export function chosenArgument<const Word extends string>(
  words: readonly Word[],
  about: string = listed(words),
): CommandArgument<Word> {
  return {
    ...argument(about, oneOf(words)),
    read: (typed, name) => parseChoice(String(typed), name, words),
  }
}
