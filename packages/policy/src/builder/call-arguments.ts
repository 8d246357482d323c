/*
 * The types of the items of a rule: names of calls, and callbacks that get the arguments of these calls.
 *
 * Error messages of TypeScript print the names of these types, and the sentences that some of them hold:
 *
 *   Argument of type '"opne"' is not assignable to parameter of type 'Mistake<"no system call is named \"opne\"">'.
 *   Property 'famliy' does not exist on type 'ArgumentsOfCall<"family" | "protocol" | "type", "socket">'.
 *   Argument of type 'Constant<"sock">' is not assignable to parameter of type 'NumberOrConstantOf<"af">'.
 *
 * A callback on several calls gets the arguments that all of them have.
 */
import type { CallArguments } from '@seccompile/signatures'
import type { ErrnoName } from '@seccompile/constants/errno'
import type { SyscallName } from '@seccompile/syscalls'
import type { Action } from '../data/action.ts'
import type { ArgCondition } from '../data/condition.ts'
import type { Condition } from '../data/named-condition.ts'
import type { Argument } from './argument.ts'

/** The name of a call whose arguments are known. */
type SignedName = keyof CallArguments

/** The families of constants that an argument takes; all families where its own is not known. */
type FamilyOf<Kind> = 'number' extends Kind ? string : Kind & string

/** The arguments `Names` of the calls `N`. */
export type ArgumentsOfCall<Names extends keyof CallArguments[N], N extends SignedName> = {
  readonly [Name in Names]: Argument<FamilyOf<CallArguments[N][Name]>>
}

/** The arguments of calls that share no name of an argument: none. */
export type NothingInCommon<N extends SignedName> = { readonly [Name in keyof CallArguments[N]]: never }

/** The arguments of calls that are not known by name: none. */
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- there are none
export type NoArguments = Readonly<Record<never, never>>

/**
 * The arguments of the calls `N`. A misspelt call has arguments of any name, so that only its own name is an error.
 */
export type ArgumentsOf<N extends string> = [N] extends [SignedName]
  ? [keyof CallArguments[N]] extends [never]
    ? NothingInCommon<N>
    : ArgumentsOfCall<keyof CallArguments[N], N>
  : [N] extends [SyscallName]
    ? NoArguments
    : // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a second error would say less than the first
      any

/** The result of a callback: a condition. TypeScript prints `Sentence` in its error message. */
export type ConditionOr<Sentence extends string> = Condition | Sentence

/** A condition on the arguments of the calls `N`. */
export type CallCondition<N extends string> = (
  args: ArgumentsOf<N>,
) => ConditionOr<'join conditions by all() and any(), negate them by not(), and return them'>

/** Any other text than the name of a call. Editors complete the names, and {@link RuleItem} refuses the text. */
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- `string` alone would swallow the names
export type OtherName = string & Readonly<Record<never, never>>

/** The name of a call, or another text, which the check of the name refuses. */
export type AnyName = SyscallName | OtherName

/** Every name of a call, for the completion of an editor. A conditional type takes no part in the inference of `N`. */
type EveryName<N extends string> = [N] extends [string] ? SyscallName : never

/** The items of a rule with a misspelt call. In the place of the misspelt name stands the sentence of the error. */
export type Mistake<Sentence extends string> =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see ArgumentsOf
  EveryName<Sentence> | Sentence | ((args: any) => Condition) | ArgCondition | Action

/** The sentence of the error for a text that is the name of no call. */
type NoCall<Text extends string> = string extends Text
  ? 'write the names one by one; names in a list have the type SyscallName'
  : Text extends ErrnoName
    ? `write errno("${Text}") after the calls`
    : `no system call is named "${Text}"`

/** The sentence of the error for an action where a method has its own. */
export type NoAction = 'deny() takes an action as its last item, and rule() as its first'

/** An item of a rule for calls that exist. */
export type KnownItem<N extends string, More> = N | EveryName<N> | CallCondition<N> | ArgCondition | More

/**
 * An item of a rule for the calls `N`: the name of a call, a condition by names of arguments
 * (`({ family }) => family.ne(AF_UNIX)`), or one by index (`arg(0).eq(5)`). All conditions must hold. `More` is what
 * else a method takes, or a sentence that says what it does not take.
 */
export type RuleItem<N extends string = SyscallName, More = NoAction> = [Exclude<N, SyscallName>] extends [
  never,
]
  ? KnownItem<N, More>
  : Mistake<NoCall<Exclude<N, SyscallName>>>
