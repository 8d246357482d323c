/*
 * Conditions on one call by the names of its arguments, for packages that ask about calls without a policy.
 */
import { valueOn } from '@seccompile/constants'
import type { Predicate } from '@seccompile/rules'
import { didYouMean, expectFunction, expectList, expectObject, expectText, quote } from '@seccompile/shape'
import { argumentOf, signatureOf } from '@seccompile/signatures'
import { isSyscallName, numberOf, syscallNames } from '@seccompile/syscalls'
import type { AbiTable, SyscallName } from '@seccompile/syscalls'
import type { CallCondition } from '../../builder/call-arguments.ts'
import type { AnyArguments } from '../../builder/condition-by.ts'
import { conditionBy } from '../../builder/condition-by.ts'
import { namedConditionReader } from '../../data/named-condition-shape.ts'
import { comparisonsIn } from '../../data/named-condition.ts'
import type { ArgumentValue, Condition } from '../../data/named-condition.ts'
import { PolicyError, readPolicy } from '../../data/policy-error.ts'
import { predicateOf } from './named-predicate.ts'

const on = (call: string, abi: AbiTable): Parameters<typeof predicateOf>[1] => ({
  call,
  abi,
  rule: `condition on ${quote(call)}`,
  place: undefined,
  widths: 'kernel',
})

/** @throws PolicyError E_NAME where no call has the name */
function checkName(name: string): void {
  expectText(name, 'name')
  if (isSyscallName(name)) return
  throw new PolicyError(
    'E_NAME',
    `no system call is named ${quote(name)}${didYouMean(name, syscallNames, '')}`,
  )
}

/**
 * The condition that `test` makes of the arguments of the call `name`: `callCondition('ioctl', ({ cmd }) => cmd.eq(TIOCSTI), [x86_64])`.
 * The first of `abis` that has the call checks the names and the values.
 * @throws PolicyError E_NAME, E_NUMBER, E_TYPE for an unknown call or argument, a constant that the argument does not take, and
 * where `test` returns no condition
 */
export function callCondition<Name extends SyscallName>(
  name: Name,
  test: CallCondition<Name>,
  abis: readonly AbiTable[],
): Condition {
  checkName(name)
  expectFunction(test, 'test')
  expectList(abis, 'abis')
  const condition = conditionBy([name], test as (args: AnyArguments) => unknown)
  const abi = abis.find((table) => numberOf(table, name) !== undefined)
  if (abi !== undefined) predicateOf(condition, on(name, abi))
  return condition
}

/**
 * The predicate of `condition` for the call `name`, by the registers of `abi`. A comparison looks at the bits that the kernel
 * reads. `undefined` where the ABI does not know an argument or a constant of the condition.
 * @throws PolicyError E_NAME, E_NUMBER as {@link callCondition} does
 */
export function callPredicate(name: SyscallName, condition: Condition, abi: AbiTable): Predicate | undefined {
  checkName(name)
  const given = readPolicy(namedConditionReader, condition, 'condition')
  expectObject(abi, 'abi', 'token', 'numbers')
  const has = (value: ArgumentValue | undefined): boolean =>
    typeof value !== 'object' || valueOn(value, abi.token) !== undefined
  const isKnown = comparisonsIn(given).every(
    (each) =>
      !('kind' in each) ||
      (argumentOf(abi, name, each.argument) !== undefined && [each.mask, ...each.values].every(has)),
  )
  return isKnown && signatureOf(abi, name) !== undefined ? predicateOf(given, on(name, abi)) : undefined
}
