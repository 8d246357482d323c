/*
 * The calls that `toAllow` and `toRefuse` are about: a name, and a condition on its arguments, which is one of a policy. So it
 * compares the bits that the kernel reads, and finds the argument where the ABI has it.
 */
import { all, printCondition } from '@seccompile/policy'
import type { Argument, ArgumentsOf, Condition } from '@seccompile/policy'
import { callCondition, callPredicate } from '@seccompile/policy/parts'
import type { CallsWhere } from '@seccompile/prover'
import { argument } from '@seccompile/rules'
import { didYouMean, expectObject, expectText } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { abis, firstArgument, numberOf, otherDoorOf, syscallNames } from '@seccompile/syscalls'
import type { AbiTable, SyscallName } from '@seccompile/syscalls'

type ArgumentValueOf<Arg> = Arg extends { readonly eq: (value: infer Value) => unknown } ? Value : never

/**
 * A condition on the arguments of calls `N`: their values by name, `{ family: AF_INET }`, or a function that yields a condition
 * of a policy, `({ family }) => family.in(AF_INET, AF_INET6)`.
 */
export type AskedArguments<N extends SyscallName> =
  | { readonly [Name in keyof ArgumentsOf<N>]?: ArgumentValueOf<ArgumentsOf<N>[Name]> }
  | ((args: ArgumentsOf<N>) => Condition)

/** The calls that a matcher asks about. */
export interface AskedCalls {
  /** `socket where family == AF_INET`. */
  readonly text: string
  /**
   * The calls on each of `tables`.
   * @throws TypeError where none of them has the call, or one that has it lacks an argument or a constant of the condition
   */
  readonly on: (tables: readonly AbiTable[]) => readonly CallsWhere[]
  /**
   * Every call on each of `tables` that may do the same: also the operation of `socketcall` or `ipc`, and every call of the name
   * where an ABI lacks what the condition names.
   */
  readonly everyDoor: (tables: readonly AbiTable[]) => readonly CallsWhere[]
}

type AnyNamedArguments = Readonly<Record<string, Argument<string>>>

/** The condition in `given`: the one that it yields, or that each argument has its value. */
function conditionBy(given: object): (args: AnyNamedArguments) => Condition {
  if (typeof given === 'function') return given as (args: AnyNamedArguments) => Condition // callCondition checks what it yields
  return (args) => all(...Object.entries(given).map(([name, value]) => args[name]!.eq(value as number)))
}

/** The operation of a multiplexer of `abi` that makes the call `name`. */
function otherDoor(abi: AbiTable, name: string): readonly CallsWhere[] {
  const door = otherDoorOf(abi, name)
  if (door === undefined) return []
  const selected = { lo: BigInt(door.call), hi: BigInt(door.call) }
  const args = argument(firstArgument(abi), [selected], BigInt(door.mask))
  return [{ arch: abi.auditArch, nr: door.nr, args }]
}

/**
 * The calls `name` whose arguments meet `args`, a {@link AskedArguments}.
 * @throws TypeError, PolicyError where there is no such call or argument
 */
export function askedCalls(name: SyscallName, args?: object): AskedCalls {
  expectText(name, 'call')
  if (args !== undefined && typeof args !== 'function') expectObject(args, 'args')
  const tables = abis.map(({ token }) => signedAbiTable(token))
  const condition = args && callCondition(name, conditionBy(args), tables)
  /** The calls on `abi`; without `args` where the ABI lacks what the condition names. */
  const callsOn = (abi: AbiTable): CallsWhere | undefined => {
    const nr = numberOf(abi, name)
    const found = condition && nr !== undefined ? callPredicate(name, condition, abi) : undefined
    return nr === undefined ? undefined : { arch: abi.auditArch, nr, ...(found && { args: found }) }
  }
  return {
    text: condition === undefined ? name : `${name} where ${printCondition(condition)}`,
    on: (asked) => {
      const found = asked.flatMap((abi) => {
        const calls = callsOn(abi)
        if (calls !== undefined && condition !== undefined && calls.args === undefined)
          throw new TypeError(`${abi.token}: has no ${name} where ${printCondition(condition)}`)
        return calls ?? []
      })
      if (found.length > 0) return found
      const tokens = asked.map(({ token }) => token).join(', ')
      throw new TypeError(`${tokens}: none has the call ${name}${didYouMean(name, syscallNames)}`)
    },
    everyDoor: (asked) => asked.flatMap((abi) => [callsOn(abi) ?? [], otherDoor(abi, name)].flat()),
  }
}
