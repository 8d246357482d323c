/*
 * The calls that `toAllow` and `toRefuse` are about: a name, and a condition on its arguments.
 *
 * The condition is one of a policy, and resolved as one. So it compares the bits that the kernel reads, and finds the argument where
 * the ABI has it.
 */
import { constantFamilies } from '@seccompile/constants/all'
import { all, policy, printCondition, resolve } from '@seccompile/policy'
import type { Argument, ArgumentsOf, Condition } from '@seccompile/policy'
import { any, argument, contains, isAlways } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import type { CallsWhere } from '@seccompile/prover'
import { expectObject } from '@seccompile/shape'
import { firstArgument, numberOf, otherDoorOf } from '@seccompile/syscalls'
import type { AbiTable, SyscallName } from '@seccompile/syscalls'

type ValueOf<Arg> = Arg extends { readonly eq: (value: infer Value) => unknown } ? Value : never

/**
 * A condition on the arguments of calls `N`: their values by name, `{ family: AF_INET }`, or a function that yields a condition
 * of a policy, `({ family }) => family.in(AF_INET, AF_INET6)`.
 */
export type CallArguments<N extends SyscallName> =
  | { readonly [Name in keyof ArgumentsOf<N>]?: ValueOf<ArgumentsOf<N>[Name]> }
  | ((args: ArgumentsOf<N>) => Condition)

/** The calls that a matcher asks about. */
export interface AskedCalls {
  readonly name: SyscallName
  /** `socket where family == AF_INET`. */
  readonly text: string
  /** The calls on an ABI; `undefined` where it lacks the call. */
  readonly on: (abi: AbiTable) => CallsWhere | undefined
  /** The calls of the ABI that do the same by another number: an operation of `socketcall` or `ipc`. */
  readonly otherDoor: (abi: AbiTable) => CallsWhere | undefined
}

type AnyArguments = Readonly<Record<string, Argument<string>>>

/** The condition in `given`: the one that it yields, or that each argument has its value. */
function conditionBy(given: object): (args: AnyArguments) => Condition {
  if (typeof given === 'function') return given as (args: AnyArguments) => Condition // the builder checks what it yields
  return (args) => all(...Object.entries(given).map(([name, value]) => args[name]!.eq(value as number)))
}

/** The condition of `asked` on the arguments of call `nr` of `abi`. */
function predicateOn(asked: ReturnType<typeof policy>, abi: AbiTable, nr: number): Predicate {
  const { rules } = resolve(asked, { abis: [abi] }, { families: constantFamilies })
  const mine = rules.sections
    .flatMap((section) => section.rules)
    .filter(({ numbers }) => contains(numbers, nr))
  return any(mine.map(({ when }) => when))
}

/**
 * The calls `name` whose arguments meet `args`, a {@link CallArguments}.
 * @throws PolicyError where there is no such call, and when an ABI is asked whose call has no such argument
 */
export function askedCalls(name: SyscallName, args?: object): AskedCalls {
  const list = policy({ default: 'deny' })
  if (args !== undefined && typeof args !== 'function') expectObject(args, 'args')
  const asked = args === undefined ? list.allow(name) : list.allow(name, conditionBy(args))
  const conditions = asked.rules.flatMap(({ when }) => (when === undefined ? [] : [printCondition(when)]))
  return {
    name,
    text: [name, ...conditions].join(' where '),
    on: (abi) => {
      const nr = numberOf(abi, name)
      if (nr === undefined) return undefined
      const when = predicateOn(asked, abi, nr)
      return { arch: abi.auditArch, nr, ...(isAlways(when) ? {} : { args: when }) }
    },
    otherDoor: (abi) => {
      const door = otherDoorOf(abi, name)
      if (door === undefined) return undefined
      const selected = { lo: BigInt(door.call), hi: BigInt(door.call) }
      return {
        arch: abi.auditArch,
        nr: door.nr,
        args: argument(firstArgument(abi), [selected], BigInt(door.mask)),
      }
    },
  }
}
