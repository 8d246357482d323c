/*
 * Arguments of a call as people type them: `AF_UNIX SOCK_STREAM|SOCK_CLOEXEC 0`, `family=AF_UNIX`, `0x10`, `-1`.
 *
 * Values without a name follow the order of the C function in its manual page. So the first value of clone is the
 * flags on s390x too, where the filter sees the flags in args[1]. `args[1]=VALUE` names a register. A negative number
 * and a constant have the argument's own width: -100 as the `int` of openat is 0xffffff9c, which a C program passes
 * and a filter sees. A register that the call does not use has 64 bits.
 *
 * The tables of constants are read only when a word is typed.
 */
import { PolicyError } from '@seccompile/policy'
import { firstArgument } from '@seccompile/syscalls'
import { didYouMean, expectObject, expectText } from '@seccompile/shape'
import { argumentsInC } from '@seccompile/signatures'
import type { AbiTable, CallArgument } from '@seccompile/syscalls'
import { parseInteger } from './call-number.ts'

/** The six arguments; `undefined` for an argument that is not given. */
export type GivenArguments = readonly (bigint | undefined)[]

/** The call whose arguments are typed; without a name, any call. */
export interface TypedCall {
  readonly abi: AbiTable
  readonly name: string | undefined
}

/** The call with its number, which is an argument on m68k. */
export interface NumberedCall extends TypedCall {
  readonly nr: number
}

const COUNT = 6

/** An argument of the call and its place, as messages name it. */
export interface ArgumentPlace {
  /** The index in `args`, or the name. */
  readonly label: string
  readonly index: number
  readonly high?: number | undefined
  /** The argument of the call at this place, if it is known. */
  readonly argument?: CallArgument | undefined
}

const argsOf = ({ abi, name }: TypedCall): readonly CallArgument[] =>
  name === undefined ? [] : (argumentsInC(abi, name) ?? [])

/** Whether the arguments of the call are known. A call without arguments has an empty list, which is known. */
const isSigned = ({ abi, name }: TypedCall): boolean =>
  name !== undefined && argumentsInC(abi, name) !== undefined

/** The argument at `index`. A half of a split argument has no name of its own. */
export function targetAt(index: number, call: TypedCall): ArgumentPlace {
  expectObject(call, 'call', 'abi')
  const argument = argsOf(call).find((each) => each.index === index && each.high === undefined)
  return { label: `argument ${index}${argument === undefined ? '' : ` (${argument.name})`}`, index, argument }
}

/**
 * The argument `name`.
 * @throws PolicyError when the call has no argument of this name
 */
export function targetNamed(name: string, call: TypedCall, option: string): ArgumentPlace {
  expectText(name, 'name')
  expectObject(call, 'call', 'abi')
  if (call.name === undefined)
    throw new PolicyError(
      'E_NAME',
      `${option}"${name}" is the name of an argument; say of which call, or give its index`,
    )
  const args = argsOf(call)
  const argument = args.find((each) => each.name === name)
  if (argument !== undefined)
    return { label: `argument ${name}`, index: argument.index, high: argument.high, argument }
  const names = args.map((each) => each.name)
  const has = names.length === 0 ? '; no argument of it has a name' : `; it has ${names.join(', ')}`
  throw new PolicyError(
    'E_NAME',
    `${option}"${call.name}" has no argument "${name}" on ${call.abi.token}${didYouMean(name, names, has)}`,
  )
}

/** The value of a constant. @throws PolicyError when no constant has the name, or none that this argument takes */
async function constantValue(
  word: string,
  { label, argument }: ArgumentPlace,
  { abi }: TypedCall,
): Promise<bigint> {
  const { constantFamilies, constantNamed } = await import('@seccompile/constants/all')
  const { valueOn } = await import('@seccompile/constants')
  const found = constantNamed(word)
  if (found === undefined) {
    const own = constantFamilies.find(({ family }) => family === argument?.family)?.constants ?? []
    const all = constantFamilies.flatMap(({ constants }) => constants)
    const hint =
      didYouMean(
        word,
        own.map(({ constant }) => constant),
      ) ||
      didYouMean(
        word,
        all.map(({ constant }) => constant),
        '; give a number',
      )
    throw new PolicyError('E_NAME', `${label}: unknown constant "${word}"${hint}`)
  }
  if (argument?.families?.includes(found.family) === false)
    throw new PolicyError(
      'E_NAME',
      `${label}: ${word} is no constant for ${argument.name}; if you mean its value, give the number`,
    )
  const value = valueOn(found, abi.token)
  if (value === undefined) throw new PolicyError('E_NAME', `${label}: ${word} does not exist on ${abi.token}`)
  return BigInt(value)
}

/**
 * The value that `text` spells for `target`, as bits. @throws PolicyError when the text is no value, or the value is
 * too large
 */
export async function valueOf(text: string, target: ArgumentPlace, call: TypedCall): Promise<bigint> {
  expectText(text, 'text')
  expectObject(target, 'target', 'label')
  expectObject(call, 'call', 'abi')
  const { label, argument } = target
  const width = argument?.width === 64 || argument === undefined ? 64 : 32
  let all = 0n
  for (const part of text.split('|').map((each) => each.trim())) {
    const number = parseInteger(part)
    const [, sign = '', digits] = /^(-?)0+([0-7]+)$/.exec(part) ?? []
    if (digits !== undefined)
      throw new PolicyError(
        'E_SYNTAX',
        `${label}: ${part} is octal in C and decimal in other places; write ${sign}0o${digits} or ${sign}${digits}`,
      )
    if (number === undefined && !/^[A-Za-z_]\w*$/.test(part))
      throw new PolicyError(
        'E_SYNTAX',
        `${label}: expected a whole number, decimal, 0x hexadecimal or 0o octal, or constants such as AF_UNIX or O_RDWR|O_CLOEXEC; got "${text}"`,
      )
    const value = number ?? (await constantValue(part, target, call))
    if (value >= 1n << 64n || value < -(1n << BigInt(width - 1)))
      throw new PolicyError('E_NUMBER', `${label}: ${part} does not fit ${value < 0n ? width : 64} bits`)
    all |= value < 0n ? BigInt.asUintN(width, value) : value
  }
  return all
}

/** The arguments with `value` for `target`. @throws PolicyError when `target` has a value already */
function withValue(
  given: GivenArguments,
  target: ArgumentPlace,
  value: bigint,
  option: string,
): GivenArguments {
  const places = target.high === undefined ? [target.index] : [target.index, target.high]
  const twice = places.find((place) => given[place] !== undefined)
  if (twice !== undefined) throw new PolicyError('E_CONFLICT', `${option}${target.label} is given twice`)
  if (target.high === undefined) return given.with(target.index, value)
  return given.with(target.index, value & 0xffff_ffffn).with(target.high, value >> 32n)
}

/** `NAME=VALUE`, `INDEX=VALUE` or `args[INDEX]=VALUE`; `undefined` for other text. @throws PolicyError for an unknown name */
function parseAssignment(
  text: string,
  call: TypedCall,
  option: string,
): { readonly target: ArgumentPlace; readonly value: string } | undefined {
  const [, index, inArgs = index, name, value = ''] =
    /^(?:([0-5])|args\[([0-5])\]|([A-Za-z_]\w*))=(.+)$/s.exec(text) ?? []
  if (inArgs !== undefined) return { target: targetAt(Number(inArgs), call), value }
  return name === undefined ? undefined : { target: targetNamed(name, call, option), value }
}

const NONE: GivenArguments = Array.from({ length: COUNT }, () => undefined)

/**
 * The argument for the value at `place`, from 0, that is typed without a name.
 * @throws PolicyError when the C function has no argument there, or a filter cannot see it
 */
function targetInC(place: number, call: TypedCall, text: string): ArgumentPlace {
  const { abi, name } = call
  const args = argsOf(call)
  const argument = args[place]
  if (argument !== undefined) {
    const { index, high } = argument
    return { label: `argument ${index} (${argument.name})`, index, high, argument }
  }
  const index = firstArgument(abi) + place
  if (!isSigned(call) && index < COUNT) return targetAt(index, call)
  const names = args.map((each) => each.name).join(', ')
  const seen = isSigned(call)
    ? `"${name}" has ${args.length === 0 ? 'no arguments' : `${args.length} (${names})`}`
    : 'there are five'
  throw new PolicyError(
    'E_NAME',
    `"${text}" is value ${place + 1}; of those that a filter sees on ${abi.token}, ${seen}; for a register, write args[INDEX]=${text}`,
  )
}

/** The registers that the kernel fills itself: on m68k `args[0]` is the number of the call. */
const filledFor = ({ abi, nr }: NumberedCall): GivenArguments =>
  firstArgument(abi) === 0 ? NONE : NONE.with(0, BigInt(nr))

/**
 * The arguments of a call as a filter sees them, from values in the order of the C function and `NAME=VALUE`. Arguments that
 * are not typed are 0.
 * @throws PolicyError for too many, for a text that is no value, and for an argument that the call does not have
 */
export async function parseArguments(
  texts: readonly string[],
  call: NumberedCall,
): Promise<readonly bigint[]> {
  if (texts.length > COUNT)
    throw new PolicyError('E_LIMIT', `a system call has at most 6 arguments; got ${texts.length}`)
  const filled = filledFor(call)
  let given = filled
  let next = 0
  for (const text of texts) {
    const assigned = parseAssignment(text, call, '')
    const { target, value: typed } = assigned ?? { target: targetInC(next++, call, text), value: text }
    const value = await valueOf(typed, target, call)
    if (filled[target.index] === undefined) given = withValue(given, target, value, '')
    else if (filled[target.index] !== value)
      throw new PolicyError(
        'E_CONFLICT',
        `args[${target.index}] is the number of the call on ${call.abi.token}, ${call.nr}; got ${typed}`,
      )
  }
  return given.map((value) => value ?? 0n)
}

/**
 * The note that values typed without a name lie in other registers than their places suggest; `undefined` when they
 * do not.
 */
export function orderNote(texts: readonly string[], call: TypedCall): string | undefined {
  const typed = texts.filter((text) => parseAssignment(text, call, '') === undefined).length
  const moved = argsOf(call)
    .slice(0, typed)
    .filter(({ index }, place) => index !== place)
  if (moved.length === 0) return undefined
  const places = moved.map(({ name, index, high }) =>
    high === undefined
      ? `${name} is args[${index}]`
      : `${name} is args[${Math.min(index, high)}] and args[${Math.max(index, high)}]`,
  )
  return `values are in the order of the C function; on ${call.abi.token} ${places.join(', ')}`
}
