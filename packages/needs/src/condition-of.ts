/* The condition under which a call was seen, with the names of constants. */
import { constantNamed, nameOfValue, namesOfBits } from '@seccompile/constants/all'
import type { ConstantFamily } from '@seccompile/constants'
import type { ArgCondition, ArgumentValue, Condition } from '@seccompile/policy'
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { seenArguments, seenTogether } from './seen-arguments.ts'
import type { SeenArgument } from './seen-arguments.ts'
import { grouped } from './seen-calls.ts'
import type { SeenCall } from './seen-calls.ts'

/** The condition under which a call was seen, and what it leaves out. */
export interface SeenCondition {
  /** Absent where the call is allowed with any arguments. */
  readonly when?: Condition
  /** Why an argument is not tested, or why values are not tested together; without a full stop. */
  readonly notes: readonly string[]
}

/** The family of the options of each layer. Other layers have options that no table names. */
const OPTIONS: Readonly<Record<string, ConstantFamily>> = {
  SOL_SOCKET: 'so',
  SOL_IP: 'ip',
  SOL_TCP: 'tcp',
  SOL_IPV6: 'ipv6',
}

/** The first arguments that decide what a value of a later one is called. */
const FIRST_ARGUMENTS: readonly string[] = ['family', 'level']

/**
 * The families that may name a value of `argument`, beside `first`, the value of the first argument where it is known. The
 * same number is another option on each layer, and another protocol in each family.
 */
function familiesOf(
  { on, selecting }: SeenArgument,
  abi: AbiToken,
  first: bigint | undefined,
): readonly string[] {
  const { families = [] } = on
  switch (selecting.argument) {
    case 'optname': {
      const level = first === undefined ? undefined : nameOfValue('sol', first, abi)
      const family = level === undefined ? undefined : OPTIONS[level]
      return family === undefined ? [] : [family]
    }
    case 'protocol': {
      const name = first === undefined ? '' : nameOfValue('af', first, abi)
      return name === 'AF_NETLINK'
        ? ['netlink']
        : name === 'AF_INET' || name === 'AF_INET6'
          ? ['ipproto']
          : []
    }
    default:
      return families
  }
}

/** `value` as the constant that names it, else as a number. */
function namedValue(seen: SeenArgument, value: bigint, abi: AbiToken, first?: bigint): ArgumentValue {
  for (const family of familiesOf(seen, abi, first)) {
    const name = nameOfValue(family as ConstantFamily, value, abi) // families of signatures are those of constants
    const constant = name === undefined ? undefined : constantNamed(name)
    if (constant !== undefined) return constant
  }
  return value < 10n ? Number(value) : value
}

/** A comparison of an argument by its index, by the name of the argument where it tests what the kernel reads. */
export function byName(given: ArgCondition, call: string, abi: AbiToken): Condition {
  const on = signatureOf(signedAbiTable(abi), call)?.args.find(
    ({ index, high }) => index === given.index && high === undefined,
  )
  const whole = on === undefined ? 0n : (1n << BigInt(on.width)) - 1n
  const isWhole =
    (given.op === 'MASKED_EQ' && given.value === whole) || (given.op === 'EQ' && on?.width === 64)
  if (on === undefined || !isWhole) return given
  const value = given.op === 'MASKED_EQ' ? given.valueTwo : given.value
  const selecting = { call, argument: on.name, kind: 'value', reason: '' } as const
  const named = namedValue({ selecting, on, values: undefined }, value, abi)
  return { kind: 'argument', argument: on.name, op: 'eq', values: [named] }
}

/** The constants of the bits in `value`, and the number of those without a name. */
function namedBits({ on }: SeenArgument, value: bigint, abi: AbiToken): readonly ArgumentValue[] {
  const [family] = on.families ?? []
  if (family === undefined) return [value]
  const names = namesOfBits(family as ConstantFamily, value, abi).split('|')
  return names.map((name) => constantNamed(name) ?? BigInt(name))
}

/** The condition that the argument is one of `values`, or has only their bits. */
function among(seen: SeenArgument, values: readonly bigint[], abi: AbiToken, first?: bigint): Condition {
  const { argument, kind, bits: selecting } = seen.selecting
  const whole = (1n << BigInt(seen.on.width)) - 1n
  const compared = { kind: 'argument', argument } as const
  if (kind === 'flags') {
    const ignored = selecting === undefined ? 0n : whole & ~BigInt(selecting)
    const all = values.reduce((sum, each) => sum | each, 0n)
    const others = ignored === 0n ? [] : [namedValue(seen, ignored, abi)]
    return { ...compared, op: 'hasOnly', values: [...namedBits(seen, all, abi), ...others] }
  }
  const mask = selecting === undefined ? undefined : namedValue(seen, BigInt(selecting), abi)
  return {
    ...compared,
    ...(mask === undefined ? {} : { mask }),
    op: values.length === 1 ? 'eq' : 'in',
    values: values.map((each) => namedValue(seen, each, abi, first)),
  }
}

/** `all` of `conditions`, or the only one. */
const joined = (kind: 'all' | 'any', conditions: readonly Condition[]): Condition =>
  conditions.length === 1 ? conditions[0]! : { kind, of: conditions }

/** The condition that the arguments have the values of one of `lists`. Lists that differ in the last value alone are one. */
function anyOf(
  args: readonly SeenArgument[],
  lists: readonly (readonly bigint[])[],
  abi: AbiToken,
): Condition {
  // A first argument with too many values is not among `args`. Then no name of another argument is certain.
  const isFirst = FIRST_ARGUMENTS.includes(args[0]!.selecting.argument)
  const alike = [...grouped(lists, (list) => list.slice(0, -1).join()).values()]
  return joined(
    'any',
    alike.map((same) =>
      joined(
        'all',
        args.map((arg, i) => {
          const values = i === args.length - 1 ? same.map((list) => list[i]!) : [same[0]![i]!]
          return among(arg, values, abi, isFirst && i > 0 ? same[0]![0]! : undefined)
        }),
      ),
    ),
  )
}

/**
 * The condition under which `seen` was made: its selecting arguments have values that were seen, at most `maxValues` each.
 * Several arguments are tested together, so that each list of values was seen.
 */
export function conditionOf(seen: SeenCall, maxValues: number): SeenCondition {
  const { abi } = seen
  const args = seenArguments(seen)
  const notes = args.flatMap(({ selecting: { argument, kind }, values }) => {
    if (values === undefined) return [`any ${argument}: not all values are known`]
    const isMany = kind === 'value' && values.length > maxValues
    return isMany ? [`any ${argument}: ${values.length} values, more than ${maxValues}`] : []
  })
  const used = args.filter(
    ({ selecting, values }) =>
      values !== undefined && (selecting.kind === 'flags' || values.length <= maxValues),
  )
  if (used.length === 0) return { notes }
  const alone = (): Condition =>
    joined(
      'all',
      used.map((each) => among(each, each.values ?? [], abi)),
    )
  if (used.length === 1) return { when: alone(), notes }
  const lists = used.every(({ selecting }) => selecting.kind === 'value')
    ? seenTogether(seen, used)
    : undefined
  if (lists !== undefined) return { when: anyOf(used, lists, abi), notes }
  const names = used.map(({ selecting }) => selecting.argument).join(' and ')
  return { when: alone(), notes: [...notes, `any ${names} of these together: it is not known which were`] }
}
