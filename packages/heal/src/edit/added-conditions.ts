/* Tests as conditions of rules: by index for the JSON of profiles, by name for the builder. */
import { bits } from '@seccompile/constants'
import { constantFamilies, constantNamed, namesOfBits } from '@seccompile/constants/all'
import type { ConstantFamily } from '@seccompile/constants'
import { canonical, LOW_WORD, U64 } from '@seccompile/rules'
import { expectList, expectObject } from '@seccompile/shape'
import type { ArgCondition, ArgumentValue, Condition } from '@seccompile/policy'
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import type { CallArgument } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import type { CallOfAbi } from '../seen/registers.ts'
import { conditionKey } from './condition-key.ts'
import type { AddedCondition } from './edit.ts'
import type { PolicyForm } from './policy-form.ts'
import type { EqualTest, TestList } from './tests.ts'

/** The comparison of a test; of a value with other bits than `bits`, only these are compared. */
function argOf({ index, mask, value }: EqualTest, bits: bigint): ArgCondition {
  return mask === U64.max && (value & bits) === value
    ? { op: 'EQ', index, value }
    : { op: 'MASKED_EQ', index, value: mask & bits, valueTwo: value & bits }
}

const withoutSource = ({ source: _place, ...condition }: ArgCondition): ArgCondition => condition

/** The condition of `tests` by index, as a profile has it. */
const byIndex = ({ kept, equal }: TestList, bits: bigint): AddedCondition => ({
  args: [...kept.map(withoutSource), ...equal.map((test) => argOf(test, bits))].toSorted(
    (a, b) => a.index - b.index,
  ),
})

/** Tests of one argument that differ in nothing but the value. */
interface ValuesTest extends Omit<EqualTest, 'value'> {
  readonly values: readonly bigint[]
}

/** Tests that all have to hold, of several values each. */
interface ValuesList {
  readonly kept: readonly ArgCondition[]
  readonly tests: readonly ValuesTest[]
}

const keyWithout = ({ kept, tests }: ValuesList, index: number): string =>
  [
    conditionKey({ args: kept }),
    ...tests.map((test) => `${test.index}&${test.mask}:${test.index === index ? '' : test.values.join()}`),
  ].join()

/** `lists` with those joined that differ only in the values of argument `index`. */
function joinedBy(lists: readonly ValuesList[], index: number): readonly ValuesList[] {
  const groups = new Map<string, ValuesList>()
  for (const list of lists) {
    const key = keyWithout(list, index)
    const known = groups.get(key)
    const tests = known?.tests.map((test, i) =>
      test.index === index ? { ...test, values: [...test.values, ...list.tests[i]!.values] } : test,
    )
    groups.set(key, tests === undefined ? list : { ...list, tests })
  }
  return [...groups.values()]
}

/** The fewest lists that joining by one argument yields. */
function joined(lists: readonly TestList[]): readonly ValuesList[] {
  const plain = lists.map(({ kept, equal }) => ({
    kept,
    tests: equal.map(({ value, ...test }) => ({ ...test, values: [value] })),
  }))
  const indices = [...new Set(lists.flatMap(({ equal }) => equal.map(({ index }) => index)))]
  return indices
    .map((index) => joinedBy(plain, index))
    .reduce<readonly ValuesList[]>((least, one) => (one.length < least.length ? one : least), plain)
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)

/** The names of the constants in `value`. Some constants of the family at have one value, and no flag of it has the name of 0. */
function namesOf(call: string, family: ConstantFamily, value: bigint, abi: AbiToken): readonly string[] {
  if (family === 'at' && value === 0n) return []
  const names = namesOfBits(family, value, abi).split('|')
  return call.startsWith('faccessat')
    ? names.map((name) => (name === 'AT_REMOVEDIR' ? 'AT_EACCESS' : name))
    : names
}

/** A value of an argument as constants, or as a number. */
function valueText(
  { abi, name }: CallOfAbi,
  { family, width, signed }: CallArgument,
  value: bigint,
): ArgumentValue {
  const names = family === undefined ? [] : namesOf(name, family as ConstantFamily, value, abi)
  const constants = names.map(constantNamed)
  const known = constants.filter((one) => one !== undefined)
  if (known.length === constants.length && known.length > 0)
    return known.length === 1 ? known[0]! : bits(...known)
  const read = signed ? BigInt.asIntN(width, value) : value
  return read <= SAFE && read >= -SAFE ? Number(read) : read
}

/** The mask of a test as the policy has it, or as a constant. */
function maskOf({ family }: CallArgument, { mask, written }: ValuesTest): ArgumentValue | undefined {
  if (written !== undefined || mask === U64.max || mask === LOW_WORD) return written
  const masks = constantFamilies.find((one) => one.family === family)?.masks ?? []
  return masks.find((one) => typeof one === 'object' && one.value === Number(mask)) ?? Number(mask)
}

/** The bits that may be set: constants, and a number for those that have no name. */
function bitsOf(
  call: CallOfAbi,
  argument: CallArgument,
  { mask, only = 0n }: ValuesTest,
): readonly ArgumentValue[] {
  const value = valueText(call, argument, only)
  const named = typeof value === 'object' && 'bits' in value ? value.bits : [value]
  const rest = ((1n << BigInt(argument.width)) - 1n) & ~mask & ~only
  return rest === 0n ? named : [...(only === 0n ? [] : named), Number(rest)]
}

function conditionOn(call: CallOfAbi, test: ValuesTest): Condition {
  const { index, values, only } = test
  const argument = signatureOf(signedAbiTable(call.abi), call.name)?.args.find((one) => one.index === index)
  if (argument === undefined || argument.high !== undefined)
    return {
      op: 'IN',
      index,
      values: canonical(
        U64,
        values.map((value) => ({ lo: value, hi: value })),
      ),
    }
  const { name } = argument
  if (only !== undefined)
    return { kind: 'argument', argument: name, op: 'hasOnly', values: bitsOf(call, argument, test) }
  const mask = maskOf(argument, test)
  return {
    kind: 'argument',
    argument: name,
    op: values.length === 1 ? 'eq' : 'in',
    ...(mask === undefined ? {} : { mask }),
    values: values.map((value) => valueText(call, argument, value)),
  }
}

function byName(call: CallOfAbi, { kept, tests }: ValuesList): AddedCondition {
  const parts = tests.map((test) => conditionOn(call, test))
  const [first] = parts
  if (first === undefined) return { args: kept }
  return { args: kept, when: parts.length === 1 ? first : { kind: 'all', of: parts } }
}

/** The conditions of rules that together hold where one of `lists` does; none where a list tests nothing. */
export function addedConditions(
  call: CallOfAbi,
  lists: readonly TestList[],
  form: Pick<PolicyForm, 'style' | 'valueBits'>,
): readonly AddedCondition[] {
  expectList(lists, 'lists', 'kept', 'equal')
  expectObject(form, 'form', 'style')
  const { style, valueBits = U64.max } = form
  return style === 'index'
    ? lists.map((list) => byIndex(list, valueBits))
    : joined(lists).map((tests) => byName(call, tests))
}
