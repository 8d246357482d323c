/*
 * The conditions of added rules: that arguments have the values that were seen.
 *
 * Where rules allow the call under conditions, the new condition has the shape of the nearest of them. It keeps the
 * comparisons that hold for the seen call, and compares the other arguments with their seen values, under the same masks.
 * Where no rule has a condition, the new one compares the arguments that select what the call does.
 */
import { holds, LOW_WORD, U64 } from '@seccompile/rules'
import { conditionPredicate } from '@seccompile/policy/toolkit'
import type { ArgCondition, ArgumentValue, Condition, NamedCondition, PolicyRule } from '@seccompile/policy'
import { valueOn } from '@seccompile/constants'
import { argumentOf, signedAbiTable } from '@seccompile/signatures'
import { registersOf, widthOf } from '../seen/registers.ts'
import type { CallOfAbi } from '../seen/registers.ts'
import { selectingArguments } from '../seen/selecting.ts'
import type { SelectingIndex } from '../seen/selecting.ts'
import type { KnownValues } from '../seen/seen-calls.ts'

/** `(args[index] & mask) == value`. */
export interface EqualTest {
  readonly index: number
  readonly mask: bigint
  readonly value: bigint
  /** The mask as the policy has it. */
  readonly written?: ArgumentValue
  /** The bits that may be set, where the test is that no other bit is. */
  readonly only?: bigint
}

/** Tests that all have to hold. */
export interface TestList {
  /** Comparisons of the policy that hold for the seen call. */
  readonly kept: readonly ArgCondition[]
  readonly equal: readonly EqualTest[]
}

/** The test that an argument of `call` has its seen value under `mask`. */
function equalTest(
  call: CallOfAbi,
  index: number,
  value: bigint,
  mask: bigint = U64.max,
  written?: ArgumentValue,
): EqualTest {
  const read = registersOf(call, index, value).length > 1 ? mask & LOW_WORD : mask
  return { index, mask: read, value: value & read, ...(written === undefined ? {} : { written }) }
}

/** The test that no bit of an argument is set but those of `only`; none where that is every bit. */
function onlyTest(call: CallOfAbi, { index, mask }: SelectingIndex, only: bigint): readonly EqualTest[] {
  const others = mask & ~only & ((1n << BigInt(widthOf(call, index))) - 1n)
  return others === 0n ? [] : [{ index, mask: others, value: 0n, only }]
}

/** The tests that all of `values` are as they were seen. */
export function exactTests(call: CallOfAbi, values: KnownValues): TestList {
  return { kept: [], equal: [...values].map(([index, { value }]) => equalTest(call, index, value)) }
}

/** Whether the arguments that select what `call` does are among `values`. */
export function hasSelecting(call: CallOfAbi, values: KnownValues): boolean {
  const selecting = selectingArguments(call)
  return selecting.length > 0 && selecting.every(({ index }) => values.has(index))
}

/** The tests that the arguments which select have values that were seen, and no flag that was not. */
export function selectedTests(call: CallOfAbi, lists: readonly KnownValues[]): readonly TestList[] {
  const selecting = selectingArguments(call)
  const valueAt = (values: KnownValues, index: number): bigint => values.get(index)?.value ?? 0n
  return lists.map((values) => ({
    kept: [],
    equal: selecting.flatMap((argument) => {
      const { index, kind, mask } = argument
      if (kind === 'value') return [equalTest(call, index, valueAt(values, index), mask)]
      return onlyTest(
        call,
        argument,
        lists.reduce((all, one) => all | valueAt(one, index), 0n),
      )
    }),
  }))
}

/** A comparison of a rule, as it can be made again for another value. */
interface ComparedValue {
  readonly index: number
  readonly mask?: bigint
  readonly written?: ArgumentValue
  /** The comparison, where it can be kept. */
  readonly condition?: ArgCondition
}

function maskValue(mask: ArgumentValue, { abi }: CallOfAbi): bigint | undefined {
  if (typeof mask !== 'object') return BigInt(mask)
  const value = valueOn(mask, abi)
  return value === undefined ? undefined : BigInt(value)
}

function comparedByName(call: CallOfAbi, { argument, mask }: NamedCondition): ComparedValue | undefined {
  const index = argumentOf(signedAbiTable(call.abi), call.name, argument)?.index
  if (index === undefined) return undefined
  const value = mask === undefined ? undefined : maskValue(mask, call)
  return value === undefined || mask === undefined ? { index } : { index, mask: value, written: mask }
}

function comparisonsOf(condition: Condition): readonly (NamedCondition | ArgCondition)[] {
  if (!('kind' in condition) || condition.kind === 'argument') return [condition]
  return condition.kind === 'not' ? comparisonsOf(condition.of) : condition.of.flatMap(comparisonsOf)
}

/** The arguments that a condition by name compares, each once, and only those of `call`. */
function comparedIn(call: CallOfAbi, condition: Condition): readonly ComparedValue[] {
  const found = new Map<string, ComparedValue>()
  for (const one of comparisonsOf(condition)) {
    const compared = 'kind' in one ? comparedByName(call, one) : { index: one.index }
    if (compared !== undefined) found.set(`${compared.index} ${compared.mask ?? ''}`, compared)
  }
  return [...found.values()]
}

const comparedByIndex = (condition: ArgCondition): ComparedValue => ({
  index: condition.index,
  ...(condition.op === 'MASKED_EQ' ? { mask: condition.value } : {}),
  condition,
})

/** Whether `condition` holds for every register that may hold the seen value. */
function holdsFor(call: CallOfAbi, condition: ArgCondition, value: bigint): boolean {
  const { wordSize } = signedAbiTable(call.abi)
  const predicate = conditionPredicate(condition, wordSize)
  return registersOf(call, condition.index, value).every((register) => {
    const args = Array.from({ length: 6 }, (_, index) => (index === condition.index ? register : 0n))
    return holds(predicate, args)
  })
}

/** The tests in the shape of `rule`; `undefined` where a value that it compares is not known. */
function shapedBy(call: CallOfAbi, rule: PolicyRule, values: KnownValues): TestList | undefined {
  const compared = [
    ...rule.args.map(comparedByIndex),
    ...(rule.when === undefined ? [] : comparedIn(call, rule.when)),
  ]
  const kept: ArgCondition[] = []
  const equal: EqualTest[] = []
  for (const { index, mask, written, condition } of compared) {
    const value = values.get(index)?.value
    if (value === undefined) return undefined
    if (condition !== undefined && holdsFor(call, condition, value)) kept.push(condition)
    else equal.push(equalTest(call, index, value, mask, written))
  }
  return { kept, equal }
}

/**
 * The tests in the shape of the nearest of `rules`: the one of which the fewest comparisons fail. `undefined` where a value
 * is not known.
 */
export function nearestTests(
  call: CallOfAbi,
  rules: readonly PolicyRule[],
  values: KnownValues,
): TestList | undefined {
  const shaped = rules.map((rule) => shapedBy(call, rule, values)).filter((one) => one !== undefined)
  return shaped.toSorted((a, b) => a.equal.length - b.equal.length)[0]
}
