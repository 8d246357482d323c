/*
 * A condition on the arguments of one call as a condition on those of another.
 *
 * Arguments with one name mean the same in both calls: `flags` of open is `flags` of openat. An argument that the library itself gives
 * has a known value, so a test of it holds or does not. A test of any other argument cannot be moved: then nothing stands in for
 * it, and the caller must not open the other call.
 */
import {
  all,
  ALWAYS,
  any,
  argument,
  contains,
  intersection,
  isNever,
  LOW_WORD,
  NEVER,
} from '@seccompile/rules'
import type { ArgumentTest, Predicate } from '@seccompile/rules'
import type { FixedArgument } from '@seccompile/libc-calls'
import { argumentOf, signatureOf } from '@seccompile/signatures'
import type { AbiTable, CallArgument } from '@seccompile/syscalls'
import { saysTheSame } from './values-on-abis.ts'

/** A call on an ABI, with the arguments that the library gives it. */
export interface PlacedCall {
  readonly abi: AbiTable
  readonly call: string
  readonly fixed: readonly FixedArgument[]
}

/** A condition that could be moved, or the argument whose test could not. */
export type MovedPredicate =
  | {
      readonly kind: 'moved'
      readonly where: Predicate
      /** Arguments of tests that were left out, with the part that they stand in: the condition opens less. */
      readonly lost?: readonly string[]
    }
  | UnmovedTest

/** A test that could not be moved. */
export interface UnmovedTest {
  readonly kind: 'unmoved'
  readonly argument: string
  /** Whether the other call has the argument, with other numbers for its constants. */
  readonly hasOtherValues?: boolean
}

/** The registers in which an argument may hold `value`: of a negative one, with and without its sign. */
function registersOf({ width, signed }: CallArgument, value: bigint, wordSize: number): readonly bigint[] {
  const extended = BigInt.asUintN(64, BigInt.asIntN(width, value))
  return wordSize === 64 && signed && extended !== value ? [value, extended] : [value]
}

/** The values that the library gives to an argument; `undefined` where the program gives it. */
export const fixedOf = ({ fixed }: PlacedCall, name: string): readonly bigint[] | undefined =>
  fixed.find((one) => one.argument === name)?.values

/**
 * Whether `test` of `own` holds for each of `values`. Of a negative value, with its sign and without, one register may pass and the other
 * not. Then a test that lists values names the value, and any other excludes it.
 */
export const holdsFor = (
  test: ArgumentTest,
  own: CallArgument,
  values: readonly bigint[],
  wordSize: number,
): boolean =>
  values.every((value) => {
    const passes = registersOf(own, value, wordSize).map((one) => contains(test.values, one & test.mask))
    const isList = test.values.every(({ lo, hi }) => lo === hi)
    return isList ? passes.includes(true) : !passes.includes(false)
  })

/** `test` of `own` for `other`, which may be wider or narrower. Of a wider argument, only values that are no negative ones are let through. */
function resized(test: ArgumentTest, own: CallArgument, other: CallArgument, wordSize: number): Predicate {
  const mask = wordSize === 32 ? test.mask & LOW_WORD : test.mask
  const whole = (1n << BigInt(own.width)) - 1n
  if (other.width <= own.width || (test.mask & whole) !== whole)
    return argument(other.index, test.values, mask)
  const plain = intersection(test.values, [{ lo: 0n, hi: whole >> 1n }])
  return argument(other.index, plain, mask | ((1n << BigInt(other.width)) - 1n))
}

function moveTest(test: ArgumentTest, from: PlacedCall, to: PlacedCall): MovedPredicate {
  const own = signatureOf(from.abi, from.call)?.args.find(({ index }) => index === test.index)
  if (own === undefined) return { kind: 'unmoved', argument: `args[${test.index}]` }
  const holds = (values: readonly bigint[]): boolean => holdsFor(test, own, values, from.abi.wordSize)
  const other = argumentOf(to.abi, to.call, own.name)
  const [given, givenThere] = [fixedOf(from, own.name), fixedOf(to, own.name)]
  if (given !== undefined && !holds(given)) return { kind: 'moved', where: NEVER }
  if (given !== undefined && (givenThere !== undefined || other === undefined))
    return { kind: 'moved', where: ALWAYS }
  // What the program gives there, and what the library gives in values of that ABI, has to pass the test.
  const hasOtherValues = !saysTheSame(test, own, from.abi.token, to.abi.token)
  if (hasOtherValues) return { kind: 'unmoved', argument: own.name, hasOtherValues }
  if (givenThere !== undefined) return { kind: 'moved', where: holds(givenThere) ? ALWAYS : NEVER }
  if (other === undefined || other.high !== undefined || own.high !== undefined)
    return { kind: 'unmoved', argument: own.name }
  if (to.abi.wordSize === 32 && (test.mask & LOW_WORD) === 0n) return { kind: 'unmoved', argument: own.name }
  const where = resized(test, own, other, to.abi.wordSize)
  return isNever(where) ? { kind: 'unmoved', argument: own.name } : { kind: 'moved', where }
}

/** `where`, a condition on the arguments of the call `from`, for the call `to`. */
export function movePredicate(where: Predicate, from: PlacedCall, to: PlacedCall): MovedPredicate {
  if (where.kind === 'argument') return moveTest(where, from, to)
  const parts = where.of.map((part) => movePredicate(part, from, to))
  const known = parts.filter((part) => part.kind === 'moved')
  const unmoved = parts.filter((part) => part.kind === 'unmoved')
  const lost = known.flatMap((part) => part.lost ?? [])
  const wheres = known.map((part) => part.where)
  // A part of a disjunction that cannot be moved is left out: the other parts open fewer calls.
  if (where.kind === 'any')
    return known.length === 0 && unmoved[0] !== undefined
      ? unmoved[0]
      : { kind: 'moved', where: any(wheres), lost: [...lost, ...unmoved.map((part) => part.argument)] }
  return unmoved[0] ?? { kind: 'moved', where: all(wheres), lost }
}

/** The bits of an argument that its values decide: of values that are not negative, those above its width are 0. */
function knownBits({ width }: CallArgument, values: readonly bigint[], wordSize: number): bigint {
  const isPlain = values.every((value) => BigInt.asIntN(width, value) >= 0n)
  return (1n << BigInt(isPlain ? wordSize : width)) - 1n
}

/**
 * The condition that the arguments which the library gives have their values.
 * @param bits - `register`: all bits that the library is known to set; `kernel`: only those that the kernel reads
 */
export function fixedPredicate(
  { abi, call, fixed }: PlacedCall,
  bits: 'kernel' | 'register' = 'register',
): Predicate {
  return all(
    fixed.flatMap(({ argument: name, values }) => {
      const found = argumentOf(abi, call, name)
      if (found === undefined || found.high !== undefined) return []
      const whole = (1n << BigInt(found.width)) - 1n
      const mask = bits === 'kernel' ? whole : knownBits(found, values, abi.wordSize)
      return [
        argument(
          found.index,
          values.map((value) => ({ lo: value & whole, hi: value & whole })),
          mask,
        ),
      ]
    }),
  )
}
