/*
 * The types of the arguments of calls, for the callback of a rule.
 *
 * A callback on several calls gets the arguments that all of them have. The names of the types stand in the
 * messages of the compiler: `Property 'famliy' does not exist on type 'ArgumentsOfCall<"socket">'`.
 */
import type { CallArguments } from '@seccompile/signatures'
import type { SyscallName } from '@seccompile/syscalls'
import type { Argument } from './argument.ts'
import type { Condition } from './named-condition.ts'

/** The name of a call whose arguments are known. */
type SignedName = keyof CallArguments

/** The families of constants that an argument takes: every one where none is known for it. */
type FamilyOf<Kind> = 'number' extends Kind ? string : Kind & string

/** The arguments of the calls `N`. */
export type ArgumentsOfCall<N extends SignedName> = {
  readonly [Name in keyof CallArguments[N]]: Argument<FamilyOf<CallArguments[N][Name]>>
}

/** The arguments of calls that are not known by name: none. */
export type NoArguments = Readonly<Record<never, never>>

/** The arguments of the calls `N`. A misspelt call has any: the error is one of its name. */
export type ArgumentsOf<N extends string> = [N] extends [SignedName]
  ? ArgumentsOfCall<N>
  : [N] extends [SyscallName]
    ? NoArguments
    : // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a second error would say less than the first
      any

/** A condition on the arguments of the calls `N`. */
export type ArgumentTest<N extends string> = (args: ArgumentsOf<N>) => Condition

/** Any other text than the name of a call. Editors complete the names, and {@link CallName} refuses the text. */
export type OtherName = string & Readonly<Record<never, never>>

/** `N`, or the sentence of the error where no call has that name. */
export type CallName<N extends string> = N extends SyscallName ? N : `no system call is named "${N}"`
