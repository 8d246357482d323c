/*
 * The condition of one call that means there what a condition means here, neither more nor less.
 *
 * `movePredicate` finds a condition that opens no more, in numbers that are right on both ABIs. This file compares: it writes the
 * condition in the registers and the numbers of the other ABI, for the calls that programs can make on both. A value of 32 bits here
 * has a register of 64 bits there, of which the upper ones are 0; `comparableCalls` are those calls.
 */
import { all, ALWAYS, any, argument, argumentTests, contains, LOW_WORD, NEVER, not } from '@seccompile/rules'
import type { ArgumentTest, Predicate } from '@seccompile/rules'
import { argumentOf, signatureOf } from '@seccompile/signatures'
import type { CallArgument } from '@seccompile/syscalls'
import { fixedOf, holdsFor } from './move-predicate.ts'
import type { PlacedCall } from './move-predicate.ts'
import { inOtherNumbers, numbersOfNothing } from './other-numbers.ts'

/** The argument of a call that `args[index]` is. */
export const argumentAt = ({ abi, call }: PlacedCall, index: number): CallArgument | undefined =>
  signatureOf(abi, call)?.args.find((one) => one.index === index || one.high === index)

/** `test`, where the register of another ABI has no bits but those of a word. */
function inRegister({ values, mask }: ArgumentTest, index: number, wordSize: number): Predicate {
  const read = wordSize === 32 ? mask & LOW_WORD : mask
  if (read === 0n) return contains(values, 0n) ? ALWAYS : NEVER
  return argument(index, values, read)
}

/** `test` of the call `from` as one of the call `to`; `undefined` where that cannot be told. */
function sameTest(test: ArgumentTest, from: PlacedCall, to: PlacedCall): Predicate | undefined {
  const own = argumentAt(from, test.index)
  if (own === undefined)
    return argumentAt(to, test.index) === undefined
      ? inRegister(test, test.index, to.abi.wordSize)
      : undefined
  const other = argumentOf(to.abi, to.call, own.name)
  const [given, givenThere] = [fixedOf(from, own.name), fixedOf(to, own.name)]
  if (given !== undefined && !holdsFor(test, own, given, from.abi.wordSize)) return NEVER
  if (given !== undefined && (givenThere !== undefined || other === undefined)) return ALWAYS
  const renamed = inOtherNumbers(test, own, from.abi.token, to.abi.token)
  if (renamed?.kind !== 'argument') return renamed
  if (givenThere !== undefined) return holdsFor(renamed, own, givenThere, to.abi.wordSize) ? ALWAYS : NEVER
  if (other === undefined || other.high !== undefined || own.high !== undefined) return undefined
  return inRegister(renamed, other.index, to.abi.wordSize)
}

/** `where`, a condition of the call `from`, as one of the call `to`; `undefined` where that cannot be told. */
export function sameCondition(where: Predicate, from: PlacedCall, to: PlacedCall): Predicate | undefined {
  if (where.kind === 'argument') return sameTest(where, from, to)
  const parts = where.of.map((part) => sameCondition(part, from, to))
  const known = parts.filter((part) => part !== undefined)
  if (known.length < parts.length) return undefined
  return where.kind === 'all' ? all(known) : any(known)
}

/** The values that a register of the call `to` has where a program here gives the value. */
function widthPredicate(there: CallArgument, own: CallArgument, from: PlacedCall, to: PlacedCall): Predicate {
  const isSame = from.abi.wordSize === to.abi.wordSize && there.width <= own.width
  if (isSame || to.abi.wordSize === 32) return ALWAYS
  const bits = there.width > own.width ? own.width - 1 : own.width
  return argument(there.index, [{ lo: 0n, hi: (1n << BigInt(bits)) - 1n }])
}

/** Where the registers of the call `to` that `wheres` test hold values that arguments of the call `from` can have. */
export function comparableCalls(wheres: readonly Predicate[], from: PlacedCall, to: PlacedCall): Predicate {
  const indices = new Set(wheres.flatMap(argumentTests).map(({ index }) => index))
  return all(
    [...indices].flatMap((index) => {
      const there = argumentAt(to, index)
      const own = there === undefined ? undefined : argumentOf(from.abi, from.call, there.name)
      if (there === undefined || own === undefined) return []
      const nothing = numbersOfNothing(own, from.abi.token, to.abi.token)
      const numbers = nothing.map((value) => not(argument(index, [{ lo: value, hi: value }], LOW_WORD)))
      return [widthPredicate(there, own, from, to), ...numbers]
    }),
  )
}
