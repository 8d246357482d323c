/*
 * The calls that `toAllow` and `toRefuse` are about: a name, and a condition on its arguments, which is one of a policy. So it
 * compares the bits that the kernel reads, and finds the argument where the ABI has it.
 */
import { all } from '@seccompile/policy'
import type { Argument, ArgumentsOf, Condition } from '@seccompile/policy'
import { call } from '@seccompile/routes'
import type { CallPattern } from '@seccompile/routes'
import { expectObject, expectText } from '@seccompile/shape'
import type { SyscallName } from '@seccompile/syscalls'

type ArgumentValueOf<Arg> = Arg extends { readonly eq: (value: infer Value) => unknown } ? Value : never

/**
 * A condition on the arguments of calls `N`: their values by name, `{ family: AF_INET }`, or a function that yields a condition
 * of a policy, `({ family }) => family.in(AF_INET, AF_INET6)`.
 */
export type AskedArguments<N extends SyscallName> =
  | { readonly [Name in keyof ArgumentsOf<N>]?: ArgumentValueOf<ArgumentsOf<N>[Name]> }
  | ((args: ArgumentsOf<N>) => Condition)

type AnyNamedArguments = Readonly<Record<string, Argument<string>>>

/** The condition in `given`: the one that it yields, or that each argument has its value. `undefined` where it has no value. */
function conditionBy(given: object | undefined): ((args: AnyNamedArguments) => Condition) | undefined {
  if (typeof given === 'function') return given as (args: AnyNamedArguments) => Condition // call() checks what it yields
  const values = Object.entries(given ?? {}).filter(([, value]) => value !== undefined)
  if (values.length === 0) return undefined
  return (args) => all(...values.map(([name, value]) => args[name]!.eq(value as number)))
}

/**
 * The calls `name` whose arguments meet `args`, a {@link AskedArguments}.
 * @throws TypeError, PolicyError where there is no such call or argument
 */
export function askedCalls(name: SyscallName, args?: object): CallPattern {
  expectText(name, 'call')
  if (args !== undefined && typeof args !== 'function') expectObject(args, 'args')
  return call(name, conditionBy(args) as (args: unknown) => Condition)
}
