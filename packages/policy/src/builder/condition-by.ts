/*
 * The condition that the callback of a rule returns.
 *
 * The callback gets the arguments of the call by name. Whether a call has an argument is known for each ABI, when
 * the policy is resolved, so here every name yields an argument. Two mistakes of JavaScript show here: `a && b`
 * makes two conditions and returns one, and `a || b` takes an argument and makes no condition of it. A question which
 * arguments there are, as in `'family' in args` or `({ ...rest })`, has no answer here and is an error.
 */
import { quote, shown } from '@seccompile/shape'
import { isArgument, isPromise } from '../data/misplaced.ts'
import { namedConditionReader } from '../data/named-condition-shape.ts'
import { comparisonsIn } from '../data/named-condition.ts'
import type { Condition, NamedCondition } from '../data/named-condition.ts'
import { PolicyError, readPolicy } from '../data/policy-error.ts'
import { printCondition, printValue } from '../data/print-condition.ts'
import { argumentNamed } from './argument.ts'
import type { Argument, TakenBits } from './argument.ts'

/** The arguments of a call as the callback gets them. */
export type AnyArguments = Readonly<Record<string, Argument<string>>>

const HOW = 'join conditions by all(…) or any(…)'

/** @throws PolicyError E_TYPE where `returned` is no condition */
function asCondition(calls: string, returned: unknown): Condition {
  if (typeof returned === 'boolean')
    throw new PolicyError(
      'E_TYPE',
      `condition on ${calls} is ${returned}, the result of an operator of JavaScript; ${HOW}, and negate them by not(…)`,
    )
  if (isPromise(returned))
    throw new PolicyError(
      'E_TYPE',
      `condition on ${calls} is a promise; return the condition from a function that is not async`,
    )
  if (isArgument(returned))
    throw new PolicyError('E_TYPE', `condition on ${calls} is an argument; compare it: family.eq(AF_UNIX)`)
  if (typeof returned !== 'object' || returned === null || !('op' in returned || 'kind' in returned))
    throw new PolicyError('E_TYPE', `condition on ${calls}: expected a condition; got ${shown(returned)}`)
  return returned as Condition // the reader below checks it
}

/**
 * The condition that `test` returns for the arguments of the calls `names`.
 * @throws PolicyError E_TYPE where `test` returns no condition, leaves a condition out of the one that it returns,
 * takes an argument without testing it, or takes arguments other than by name
 */
export function conditionBy(names: readonly string[], test: (args: AnyArguments) => unknown): Condition {
  const calls = names.map(quote).join(', ')
  const made: NamedCondition[] = []
  const taken = new Map<string, Argument<string>>()
  const bits: TakenBits[] = []
  const making = {
    made: (condition: NamedCondition): unknown => made.push(condition),
    taken: (each: TakenBits): unknown => bits.push(each),
  }
  const named = (): never => {
    throw new PolicyError(
      'E_TYPE',
      `condition on ${calls}: take arguments by their names, ({ family }) => family.eq(AF_UNIX); which of them a call ` +
        'has is known for each ABI, when the policy is resolved',
    )
  }
  const args = new Proxy<AnyArguments>(Object.freeze(Object.create(null) as AnyArguments), {
    get(_target, name) {
      if (typeof name !== 'string') return undefined
      const known = taken.get(name)
      if (known !== undefined) return known
      const argument = argumentNamed(name, making)
      taken.set(name, argument)
      return argument
    },
    has: named,
    ownKeys: named,
    set: named,
  })
  const returned = asCondition(calls, test(args))
  const condition = readPolicy(namedConditionReader, returned, `condition on ${calls}`)
  const kept = new Set<unknown>(comparisonsIn(returned))
  const dropped = made.find((each) => !kept.has(each))
  if (dropped !== undefined)
    throw new PolicyError(
      'E_TYPE',
      `condition on ${calls} makes ${quote(printCondition(dropped))} and does not return it; ${HOW}, not by && or ||`,
    )
  const tested = new Set(made.map(({ argument }) => argument))
  const idle = bits.find(({ isTested }) => !isTested)
  const masked = idle === undefined ? undefined : `${idle.argument}.masked(${printValue(idle.mask)})`
  const untested = masked ?? [...taken.keys()].find((name) => !tested.has(name))
  if (untested !== undefined)
    throw new PolicyError(
      'E_TYPE',
      `condition on ${calls} takes ${quote(untested)} and does not test it; ${HOW}, not by && or ||`,
    )
  return condition
}
