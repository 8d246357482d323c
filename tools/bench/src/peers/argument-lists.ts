/*
 * Ways of a call: the arguments with which a policy that names values lets it run.
 *
 * A mean over calls with arguments 0 does not see a filter where `ioctl` is allowed for 30 requests, none of which is 0.
 * So each call that the policy allows has ways, and its weight is split evenly over them:
 *
 * - arguments 0 alone, where the call is allowed without a condition, or by a clause that holds for 0 and names no value;
 * - otherwise the values that the clauses of its rules name, other arguments 0. A test that names no value gives the least
 *   value that passes it.
 *
 * Rules keep neighbouring values as one range, whether `in` or `<=` has made it. So a test names the values of its ranges
 * where all of them are short; a test with a long range is an order or a `!=`, and names none. A test under a mask names
 * none either, but for a mask that keeps the low word: programs write `== value` of 32 bits so.
 *
 * This count shares no code with the compiler, whose own value of a filter may be held against it.
 */
import { seccompData, verdictOf } from '@seccompile/abi'
import { commonValue, contains, holds, LOW_WORD, meaning } from '@seccompile/rules'
import type { ArgumentTest, Rule, RuleSet } from '@seccompile/rules'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { isWhole, testClauses } from './clauses.ts'
import type { TestClause } from './clauses.ts'

/** The six arguments of a call. */
export type Arguments = readonly bigint[]

/** A call that a policy allows with some arguments, and these arguments. */
export interface CallWays {
  readonly name: string
  readonly nr: number
  readonly ways: readonly Arguments[]
}

/** A test with a range of more values is an order. */
const MAX_NAMED_RANGE = 16n
/** The most ways of a call; the least ones are kept. */
export const MAX_WAYS = 4096

const ALLOW = verdictOf('ALLOW')
const ZEROS: Arguments = [0n, 0n, 0n, 0n, 0n, 0n]

/** The values that `test` names. */
function namedValues({ mask, values }: ArgumentTest): readonly bigint[] {
  const isNaming =
    (isWhole(mask) || mask === LOW_WORD) && values.every(({ lo, hi }) => hi - lo < MAX_NAMED_RANGE)
  if (!isNaming) return []
  return values.flatMap(({ lo, hi }) => Array.from({ length: Number(hi - lo) + 1 }, (_, i) => lo + BigInt(i)))
}

/** Whether `clause` names no value: all of its tests are orders and masks. */
const namesNothing = (clause: TestClause): boolean => clause.every((test) => namedValues(test).length === 0)

const holdsAll = (clause: TestClause, args: Arguments): boolean => clause.every((test) => holds(test, args))

/** The values of one argument for the `tests` of it in a clause. */
function valuesFor(tests: readonly ArgumentTest[]): readonly bigint[] {
  const named = [...new Set(tests.flatMap(namedValues))].filter((value) =>
    tests.every(({ mask, values }) => contains(values, value & mask)),
  )
  if (named.length > 0) return named
  const least = commonValue(tests)
  return typeof least === 'bigint' ? [least] : []
}

/** The arguments that `clause` names. */
function waysOfClause(clause: TestClause): readonly Arguments[] {
  return ZEROS.reduce<readonly Arguments[]>(
    (ways, _, index) => {
      const tests = clause.filter((test) => test.index === index)
      const values = tests.length === 0 ? [0n] : valuesFor(tests)
      return ways.flatMap((way) => values.map((value) => [...way, value])).slice(0, MAX_WAYS)
    },
    [[]],
  )
}

const byArguments = (a: Arguments, b: Arguments): number => {
  const index = a.findIndex((value, i) => value !== b[i])
  return index < 0 ? 0 : a[index]! < b[index]! ? -1 : 1
}

/** The ways of the number `nr` of `abi` under `rules`; none where the policy allows it with no arguments. */
function waysOf(rules: RuleSet, arch: number, own: readonly Rule[], nr: number): readonly Arguments[] {
  const isAllowed = (args: Arguments): boolean => meaning(rules, seccompData({ arch, nr, args })) === ALLOW
  const section = rules.sections.find((each) => each.arch === arch)
  const isDefault = section?.otherwise === ALLOW
  const clauses = own.filter(({ verdict }) => verdict === ALLOW).flatMap(({ when }) => testClauses(when))
  if (isAllowed(ZEROS)) {
    const atZero = clauses.filter((clause) => holdsAll(clause, ZEROS))
    if (isDefault || atZero.length === 0 || atZero.some(namesNothing)) return [ZEROS]
  }
  const found = new Map(
    clauses
      .flatMap(waysOfClause)
      .filter(isAllowed)
      .map((args) => [args.join(), args] as const),
  )
  return [...found.values()].sort(byArguments).slice(0, MAX_WAYS)
}

/** The calls of `abi` that `rules` allow with some arguments, in the order of their numbers. */
export function allowedWays(rules: RuleSet, abi: AbiTable): readonly CallWays[] {
  const { auditArch: arch } = abi
  const section = rules.sections.find((each) => each.arch === arch)
  return calls(abi).flatMap(({ name, nr }) => {
    const own = section?.rules.filter(({ numbers }) => contains(numbers, nr)) ?? []
    const ways = waysOf(rules, arch, own, nr)
    return ways.length === 0 ? [] : [{ name, nr, ways }]
  })
}
