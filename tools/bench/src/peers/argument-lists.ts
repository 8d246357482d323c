/*
 * Argument lists: the arguments with which a call counts, where a policy names the values that it allows.
 *
 * A mean over calls with arguments 0 does not see a filter where `ioctl` is allowed for 30 requests, none of which is 0.
 * So each call that the policy allows has argument lists, and its weight is split evenly over them:
 *
 * - arguments 0 alone, where the call is allowed without a condition, or by a clause that holds for 0 and names no value;
 * - otherwise the values that the clauses of its rules name, and 0 for an argument without a test. Where the tests of an
 *   argument name no value that passes all of them, the argument has the least value that does.
 *
 * Rules keep neighbouring values as one range, whether `in` or `<=` has made it. So a test of one range from 0 on is an
 * order, and names no value; nor does a test with a range of more values than a call has lists, such as `!=`. A test under
 * a mask names none either, but for a mask that keeps the low word: programs write `== value` of 32 bits so.
 *
 * The definition is that of the compiler. The code is not: the compiler's own value of a filter is held against this count. In
 * one case they differ: the compiler sees that several conditions, such as 5 and not 5, allow all arguments together.
 */
import { seccompData, verdictOf } from '@seccompile/abi'
import { commonValue, contains, holds, LOW_WORD, meaning } from '@seccompile/rules'
import type { ArgumentTest, Rule, RuleSet } from '@seccompile/rules'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { isWhole, testClauses } from './clauses.ts'
import type { TestClause } from './clauses.ts'

/** The six arguments of a call. */
export type PeerArguments = readonly bigint[]

/** A call that a policy allows with some arguments, and the argument lists with which it counts. */
export interface CallLists {
  readonly name: string
  readonly nr: number
  readonly lists: readonly PeerArguments[]
}

/** The most argument lists of a call; the least ones are kept. */
export const MAX_LISTS = 4096

const ALLOW = verdictOf('ALLOW')
const ZEROS: PeerArguments = [0n, 0n, 0n, 0n, 0n, 0n]

/** The values that `test` names. */
function namedValues({ mask, values }: ArgumentTest): readonly bigint[] {
  if (!isWhole(mask) && mask !== LOW_WORD) return []
  const [first, ...others] = values
  if (first === undefined || (others.length === 0 && first.lo === 0n && first.hi > 0n)) return []
  if (values.some(({ lo, hi }) => hi - lo >= MAX_LISTS)) return []
  return values.flatMap(({ lo, hi }) => Array.from({ length: Number(hi - lo) + 1 }, (_, i) => lo + BigInt(i)))
}

/** Whether `clause` names no value: all of its tests are orders and masks. */
const namesNothing = (clause: TestClause): boolean => clause.every((test) => namedValues(test).length === 0)

const holdsAll = (clause: TestClause, args: PeerArguments): boolean =>
  clause.every((test) => holds(test, args))

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/** The values of one argument for the `tests` of it in a clause, ascending. */
function valuesFor(tests: readonly ArgumentTest[]): readonly bigint[] {
  const named = [...new Set(tests.flatMap(namedValues))].filter((value) =>
    tests.every(({ mask, values }) => contains(values, value & mask)),
  )
  if (named.length > 0) return named.sort(ascending)
  const least = commonValue(tests)
  return typeof least === 'bigint' ? [least] : []
}

/** The argument lists that `clause` names, ascending, beginning with `before`. */
function* listsOfClause(clause: TestClause, before: PeerArguments = []): Generator<PeerArguments> {
  const index = before.length
  if (index === ZEROS.length) {
    yield before
    return
  }
  const tests = clause.filter((test) => test.index === index)
  const values = tests.length === 0 ? [0n] : valuesFor(tests)
  for (const value of values) yield* listsOfClause(clause, [...before, value])
}

/** The least argument lists of `clause` that `isAllowed` allows. */
function leastLists(
  clause: TestClause,
  isAllowed: (args: PeerArguments) => boolean,
): readonly PeerArguments[] {
  const found: PeerArguments[] = []
  for (const args of listsOfClause(clause)) {
    if (isAllowed(args)) found.push(args)
    if (found.length === MAX_LISTS) break
  }
  return found
}

function byArguments(a: PeerArguments, b: PeerArguments): number {
  const index = a.findIndex((value, i) => value !== b[i])
  return index < 0 ? 0 : ascending(a[index]!, b[index]!)
}

/** The argument lists of a call under `rules`, of which `own` are for its number; none where no list is allowed. */
function listsOf(rules: RuleSet, arch: number, own: readonly Rule[], nr: number): readonly PeerArguments[] {
  const isAllowed = (args: PeerArguments): boolean =>
    meaning(rules, seccompData({ arch, nr, args })) === ALLOW
  const clauses = own.filter(({ verdict }) => verdict === ALLOW).flatMap(({ when }) => testClauses(when))
  if (isAllowed(ZEROS)) {
    const atZero = clauses.filter((clause) => holdsAll(clause, ZEROS))
    if (atZero.length === 0 || atZero.some(namesNothing)) return [ZEROS]
  }
  const found = new Map(
    clauses.flatMap((clause) => leastLists(clause, isAllowed)).map((args) => [args.join(), args] as const),
  )
  return [...found.values()].sort(byArguments).slice(0, MAX_LISTS)
}

/** The calls of `abi` that `rules` allow with some arguments, in the order of their numbers. */
export function listedCalls(rules: RuleSet, abi: AbiTable): readonly CallLists[] {
  const { auditArch: arch } = abi
  const section = rules.sections.find((each) => each.arch === arch)
  return calls(abi).flatMap(({ name, nr }) => {
    const own = section?.rules.filter(({ numbers }) => contains(numbers, nr)) ?? []
    const lists = listsOf(rules, arch, own, nr)
    return lists.length === 0 ? [] : [{ name, nr, lists }]
  })
}
