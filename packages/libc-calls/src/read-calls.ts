/*
 * The text of calls in a row of the table.
 *
 * `unlinkat(dfd=AT_FDCWD,flag=AT_REMOVEDIR)` is a call whose arguments `dfd` and `flag` the library itself gives. Several values
 * of an argument are joined by `+`, the constants of one value by `|`. `clone3?clone;rt_sigaction` is a call after whose ENOSYS
 * the library makes the others.
 */
import { valueOn } from '@seccompile/constants'
import { argumentOf, signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { CONSTANTS } from './table.ts'

/** An argument of a call that the library gives, and not the program. */
export interface FixedArgument {
  /** The kernel's name of the parameter. */
  readonly argument: string
  /** The values that it has, in the bits that the kernel reads. */
  readonly values: readonly bigint[]
}

/** A call, and the arguments that the library gives it. */
export interface FixedCall {
  readonly name: string
  readonly fixed: readonly FixedArgument[]
}

/** A call that a library makes. */
export interface MeasuredCall extends FixedCall {
  /** The calls that the library makes after ENOSYS; none where it does not go on. */
  readonly instead: readonly FixedCall[]
}

/** The value of `text`, constants joined by `|`, on `abi`; `undefined` where the ABI lacks a constant. */
function valueOf(text: string, abi: AbiToken): bigint | undefined {
  let sum = 0n
  for (const word of text.split('|')) {
    const constant = CONSTANTS[word]
    const value = constant === undefined ? BigInt(word) : valueOn(constant, abi)
    if (value === undefined) return undefined
    sum |= BigInt.asUintN(32, BigInt(value))
  }
  return sum
}

function readMade(text: string, abi: AbiToken): FixedCall | undefined {
  const [, name = '', args = ''] = /^(\w+)(?:\(([^)]*)\))?$/.exec(text) ?? []
  const fixed: FixedArgument[] = []
  for (const pair of args === '' ? [] : args.split(',')) {
    const [argument = '', values = ''] = pair.split('=')
    // On s390, the arguments of mmap are in memory.
    if (argumentOf(signedAbiTable(abi), name, argument) === undefined) continue
    const known = values.split('+').map((value) => valueOf(value, abi))
    if (known.includes(undefined)) return undefined
    fixed.push({ argument, values: known.filter((value) => value !== undefined) })
  }
  return { name, fixed }
}

function readCall(text: string, abi: AbiToken): MeasuredCall | undefined {
  const [own = '', others = ''] = text.split('?')
  const made = readMade(own, abi)
  const instead = others === '' ? [] : others.split(';').map((other) => readMade(other, abi))
  const known = instead.filter((other) => other !== undefined)
  return made === undefined || known.length < instead.length ? undefined : { ...made, instead: known }
}

/** The calls that `text` names, with the values that constants have on `abi`; `undefined` where the ABI lacks a constant. */
export function readCalls(text: string, abi: AbiToken): readonly MeasuredCall[] | undefined {
  const calls = text === '' ? [] : text.split(' ').map((call) => readCall(call, abi))
  const known = calls.filter((call) => call !== undefined)
  return known.length === calls.length ? known : undefined
}
