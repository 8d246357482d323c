/*
 * The meaning of conditions by name, for one call on one ABI.
 *
 * The kernel reads an argument of 32 bits from the low word of a register and ignores the high word. So a
 * comparison looks at the bits that the kernel reads and at no others: `family == 2` also holds for
 * `0x1_0000_0002`. A signed argument compares as the kernel compares it: -100 is the pattern 0xffffff9c of 32 bits.
 * A 64-bit value that the ABI passes in two arguments compares by the high half first.
 *
 *   dfd < 0            int      args[0] & 0xffffffff in 0x80000000..0xffffffff
 *   mode == 0o600      umode_t  args[2] & 0xffff in 0x180..0x180
 *   length > 2^32      loff_t in args[2] and args[3]:  args[3] > 1, or args[3] == 1 and args[2] > 0
 */
import { valueOn } from '@seccompile/constants'
import { all, ALWAYS, any, argument, NEVER, not, U64 } from '@seccompile/rules'
import type { Predicate, RangeSet } from '@seccompile/rules'
import { assertNever, didYouMean, quote } from '@seccompile/shape'
import type { AbiTable, CallArgument } from '@seccompile/syscalls'
import type { ArgumentValue, Condition, NamedCondition } from '../../data/named-condition.ts'
import { PolicyError } from '../../data/policy-error.ts'
import { printCondition, printValue } from '../../data/print-condition.ts'
import type { Source } from '../../data/source.ts'
import type { Widths } from '../../data/target.ts'
import { rawPredicate } from './argument-width.ts'

/** A call on an ABI, and the rule in messages. */
export interface NamedCallPlace {
  readonly call: string
  readonly abi: AbiTable
  /** The name of the rule in messages. */
  readonly rule: string
  readonly place: Source | undefined
  /** The bits that conditions by index compare. */
  readonly widths: Widths
}

/** @throws PolicyError with the place of the rule, or with its name */
function refuse(
  code: 'E_NAME' | 'E_NUMBER' | 'E_TARGET',
  { rule, place }: NamedCallPlace,
  what: string,
): never {
  throw new PolicyError(code, place === undefined ? `${rule}: ${what}` : what, place)
}

/**
 * The argument `name` of the call.
 * @throws PolicyError E_TARGET where the ABI does not say what its arguments are, E_NAME where the call has no such
 * argument there
 */
function argumentOfCall(name: string, on: NamedCallPlace): CallArgument {
  const { call, abi } = on
  if (abi.signatures === undefined)
    return refuse(
      'E_TARGET',
      on,
      `${quote(name)} is an argument by name, and the table of ${abi.token} has no signatures; take the one of ` +
        `@seccompile/signatures/${abi.token}`,
    )
  const signature = abi.signatures.get(call)
  if (signature === undefined)
    return refuse(
      'E_TARGET',
      on,
      `the arguments of ${quote(call)} on ${abi.token} are not known by name; test them by index: arg(0)`,
    )
  const found = signature.args.find((each) => each.name === name)
  if (found !== undefined) return found
  const names = signature.args.map((each) => each.name)
  const has = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`
  return refuse(
    'E_NAME',
    on,
    `${quote(call)} has no argument ${quote(name)} on ${abi.token}${didYouMean(name, names, `; ${has}`)}`,
  )
}

/**
 * Whether the width of the C type differs between ABIs, so that a value may fit on another ABI and not on this one.
 */
const isOfWordSize = ({ type, pointer }: CallArgument): boolean => pointer || /long|size_t|off_t/.test(type)

/**
 * Checks that `value` is a number, or of the constants that the argument takes.
 * @throws PolicyError E_NAME where it is a constant of another family: `SOCK_STREAM` is 1 as `AF_UNIX` is; an argument
 * of no known family takes every constant
 */
function checkFamily(value: ArgumentValue, arg: CallArgument, on: NamedCallPlace): void {
  if (typeof value !== 'object' || arg.families === undefined || arg.families.includes(value.family)) return
  const what = `${quote(arg.name)} of ${quote(on.call)}`
  const list = arg.families.map(quote).join(', ')
  const takes = `constants of the ${arg.families.length === 1 ? 'family' : 'families'} ${list}`
  refuse('E_NAME', on, `${what} takes ${takes}, and ${printValue(value)} is of ${quote(value.family)}`)
}

/** A constant that a call reads as something other than its name says. */
interface MisreadConstant {
  readonly call: string
  readonly argument: string
  readonly constant: string
  /** The reading of the kernel, and the correction. */
  readonly why: string
}

/** @see kernel/fork.c: the clone system call, `exit_signal = clone_flags & CSIGNAL` */
const MISREAD: readonly MisreadConstant[] = [
  {
    call: 'clone',
    argument: 'clone_flags',
    constant: 'CLONE_NEWTIME',
    why: 'clone reads its bit, 0x80, as a part of the signal that the parent gets; leave it out: unshare and clone3 make time namespaces',
  },
]

/** @throws PolicyError E_NAME for a constant that the call reads as something else */
function checkMeaning(value: ArgumentValue, arg: CallArgument, on: NamedCallPlace): void {
  if (typeof value !== 'object') return
  const names = 'bits' in value ? value.bits.map(({ constant }) => constant) : [value.constant]
  const found = MISREAD.find(
    ({ call, argument, constant }) => call === on.call && argument === arg.name && names.includes(constant),
  )
  if (found !== undefined)
    refuse(
      'E_NAME',
      on,
      `${quote(arg.name)} of ${quote(on.call)} does not take ${found.constant}: ${found.why}`,
    )
}

/** The value of `value` on the ABI, as a number. @throws PolicyError E_NAME where the ABI has no such constant */
function numberOf(value: ArgumentValue, on: NamedCallPlace): bigint {
  if (typeof value !== 'object') return BigInt(value)
  if ('bits' in value) return value.bits.reduce((sum, bit) => sum | numberOf(bit, on), 0n)
  const known = valueOn(value, on.abi.token)
  if (known !== undefined) return BigInt(known)
  return refuse('E_NAME', on, `${value.constant} does not exist on ${on.abi.token}`)
}

const bitsOf = ({ width }: CallArgument): bigint => (1n << BigInt(width)) - 1n

/**
 * The bits of `value` in the argument; `undefined` where the argument is too narrow on this ABI and not on others.
 * @throws PolicyError E_NUMBER where the value does not fit the argument
 */
function patternOf(value: ArgumentValue, arg: CallArgument, on: NamedCallPlace): bigint | undefined {
  const number = numberOf(value, on)
  const bits = bitsOf(arg)
  if (number >= 0n && number <= bits) return number
  const least = -(bits + 1n) / 2n
  if (number < 0n && number >= least && (arg.signed || typeof value === 'object')) return number & bits
  const isSigned = arg.signed || number >= 0n
  if (arg.width < 64 && isOfWordSize(arg) && isSigned && number >= -(2n ** 63n) && number <= U64.max)
    return undefined
  const what = `${quote(arg.name)} of ${quote(on.call)} is ${arg.type}, ${arg.width} bits on ${on.abi.token}`
  const negative = BigInt.asIntN(64, number)
  const hint =
    number < 0n && number >= least
      ? `; it has no sign, and the kernel reads ${number} as 0x${(number & bits).toString(16)}`
      : number > bits && number <= U64.max && negative < 0n && negative >= least && arg.signed
        ? `; write ${negative}`
        : ''
  return refuse('E_NUMBER', on, `${what}; ${printValue(value)} does not fit${hint}`)
}

/** The test that the argument, under `mask`, is in `values`. */
function test(arg: CallArgument, mask: bigint, values: RangeSet<bigint>): Predicate {
  // Where the argument has no bit of the mask, the masked argument is 0.
  if (mask === 0n) return values.some(({ lo }) => lo === 0n) ? ALWAYS : NEVER
  if (arg.high === undefined) return argument(arg.index, values, mask)
  const [low, high] = [arg.index, arg.high]
  const [lowMask, highMask] = [mask & 0xffff_ffffn, mask >> 32n]
  const isHigh = (lo: bigint, hi: bigint): Predicate =>
    lo > hi ? NEVER : highMask === 0n ? ALWAYS : argument(high, [{ lo, hi }], highMask)
  const isLow = (lo: bigint, hi: bigint): Predicate =>
    lowMask === 0n ? (lo === 0n ? ALWAYS : NEVER) : argument(low, [{ lo, hi }], lowMask)
  return any(
    values.map(({ lo, hi }) => {
      const [from, to] = [lo >> 32n, hi >> 32n]
      const [first, last] = [lo & 0xffff_ffffn, hi & 0xffff_ffffn]
      if (from === to) return all([isHigh(from, from), isLow(first, last)])
      return any([
        all([isHigh(from, from), isLow(first, 0xffff_ffffn)]),
        isHigh(from + 1n, to - 1n),
        all([isHigh(to, to), isLow(0n, last)]),
      ])
    }),
  )
}

const one = (value: bigint | undefined): RangeSet<bigint> =>
  value === undefined ? [] : [{ lo: value, hi: value }]

/** The numbers from `lo` to `hi` that the argument can have, as bits. */
function between(lo: bigint, hi: bigint, { signed, width }: CallArgument): RangeSet<bigint> {
  const size = 1n << BigInt(width)
  const [min, max] = signed ? [-size / 2n, size / 2n - 1n] : [0n, size - 1n]
  const [from, to] = [lo < min ? min : lo, hi > max ? max : hi]
  if (from > to) return []
  if (from >= 0n || to < 0n) return [{ lo: from & (size - 1n), hi: to & (size - 1n) }]
  return [
    { lo: 0n, hi: to },
    { lo: from & (size - 1n), hi: size - 1n },
  ]
}

/** The number of a comparison by order. @throws PolicyError E_NUMBER where it does not fit the argument's sign */
function ordered(value: ArgumentValue, arg: CallArgument, on: NamedCallPlace): bigint {
  const number = numberOf(value, on)
  patternOf(value, arg, on) // patternOf() refuses a value that does not fit
  const half = 1n << BigInt(arg.width - 1)
  if (arg.signed && number >= half && number < 2n * half)
    return refuse(
      'E_NUMBER',
      on,
      `${quote(arg.name)} of ${quote(on.call)} is ${arg.type}, and ${printValue(value)} is negative there; ` +
        `write ${number - 2n * half}`,
    )
  // A constant such as AT_FDCWD is negative in C, and the kernel reads its bits as unsigned.
  return number < 0n && !arg.signed ? number & bitsOf(arg) : number
}

/**
 * The bits of several values together: those that the argument has on this ABI, and whether there are further bits,
 * which are never set.
 */
interface JoinedBits {
  readonly here: bigint
  readonly beyond: boolean
}

/**
 * The or of `values`, with bits that the argument does not have on this ABI.
 * @throws PolicyError E_NUMBER where a value does not fit the argument
 */
function orOf(values: readonly ArgumentValue[], arg: CallArgument, on: NamedCallPlace): bigint {
  return values.reduce<bigint>(
    (sum, value) => sum | (patternOf(value, arg, on) ?? BigInt.asUintN(64, numberOf(value, on))),
    0n,
  )
}

/** @throws PolicyError E_NUMBER where a value does not fit the argument, and where no value has a bit */
function joinedBits(values: readonly ArgumentValue[], arg: CallArgument, on: NamedCallPlace): JoinedBits {
  const own = bitsOf(arg)
  const all = orOf(values, arg, on)
  if (all === 0n) return refuse('E_NUMBER', on, `${quote(arg.name)} is asked for bits, and 0 has none`)
  return { here: all & own, beyond: (all & ~own) !== 0n }
}

/** The predicate of a comparison by name. */
function comparisonPredicate(condition: NamedCondition, on: NamedCallPlace): Predicate {
  const arg = argumentOfCall(condition.argument, on)
  const { op, values } = condition
  for (const value of condition.mask === undefined ? values : [condition.mask, ...values]) {
    checkFamily(value, arg, on)
    checkMeaning(value, arg, on)
  }
  const whole = bitsOf(arg)
  const mask = condition.mask === undefined ? whole : joinedBits([condition.mask], arg, on).here
  const first = values[0]!
  const last = values.at(-1)!
  const listed = (): RangeSet<bigint> => {
    const patterns = values.map((value) => patternOf(value, arg, on))
    const outside = patterns.findIndex((pattern) => pattern !== undefined && (pattern & ~mask) !== 0n)
    if (outside !== -1)
      return refuse(
        'E_NUMBER',
        on,
        `${printCondition(condition)}: ${printValue(values[outside]!)} has bits that the mask leaves out`,
      )
    return patterns.flatMap(one)
  }
  switch (op) {
    case 'eq':
    case 'in':
      return test(arg, mask, listed())
    case 'ne':
    case 'notIn':
      return not(test(arg, mask, listed()))
    case 'lt':
      return test(arg, mask, between(-(2n ** 64n), ordered(first, arg, on) - 1n, arg))
    case 'le':
      return test(arg, mask, between(-(2n ** 64n), ordered(first, arg, on), arg))
    case 'gt':
      return test(arg, mask, between(ordered(first, arg, on) + 1n, 2n ** 64n, arg))
    case 'ge':
      return test(arg, mask, between(ordered(first, arg, on), 2n ** 64n, arg))
    case 'between':
      return test(arg, mask, between(ordered(first, arg, on), ordered(last, arg, on), arg))
    case 'hasAny':
    case 'hasNone': {
      const bits = joinedBits(values, arg, on).here
      const isNone = test(arg, bits, [{ lo: 0n, hi: 0n }])
      return op === 'hasNone' ? isNone : not(isNone)
    }
    case 'hasAll': {
      const { here, beyond } = joinedBits(values, arg, on)
      return beyond ? NEVER : test(arg, here, [{ lo: here, hi: here }])
    }
    case 'hasOnly':
      return test(arg, whole & ~orOf(values, arg, on), [{ lo: 0n, hi: 0n }])
    default:
      return assertNever(op)
  }
}

/**
 * The predicate of `condition` for the call on the ABI.
 * @throws PolicyError E_NAME, E_NUMBER, E_TARGET as {@link argumentOfCall} does, and where a value does not fit
 */
export function predicateOf(condition: Condition, on: NamedCallPlace): Predicate {
  if (!('kind' in condition)) return rawPredicate(condition, on.abi, on.call, on.widths)
  switch (condition.kind) {
    case 'argument':
      return comparisonPredicate(condition, on)
    case 'all':
      return all(condition.of.map((part) => predicateOf(part, on)))
    case 'any':
      return any(condition.of.map((part) => predicateOf(part, on)))
    case 'not':
      return not(predicateOf(condition.of, on))
    default:
      return assertNever(condition)
  }
}
