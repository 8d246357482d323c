/*
 * Numbers that are different constants on two ABIs of the target: 0x10000 is O_DIRECTORY on x86_64 and O_DIRECT on
 * aarch64. A rule with such a number has another meaning on one of the two ABIs.
 *
 * A number is looked up in the family of the argument, whole and bit by bit. It is one constant on two ABIs if the
 * two ABIs share a name for it. A name that only one of the two ABIs has proves nothing.
 */
import { valueOn } from '@seccompile/constants'
import type { FamilyFacts } from '@seccompile/constants/all'
import { quote } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import type { ArgCondition } from '../../data/condition.ts'
import type { ArgumentValue, NamedCondition } from '../../data/named-condition.ts'
import { warning, ofRule } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import type { RuleComparison } from './comparisons.ts'
import { grouped } from './warning-subject.ts'
import type { WarningSubject } from './warning-subject.ts'

/** The most numbers of a condition that are looked up. */
const MAX_NUMBERS = 64

const numbersIn = (values: readonly (ArgumentValue | undefined)[]): readonly bigint[] =>
  values.flatMap((value) => (typeof value === 'number' || typeof value === 'bigint' ? [BigInt(value)] : []))

/** The numbers that a person wrote in the comparison. */
function numbersOf(condition: ArgCondition | NamedCondition): readonly bigint[] {
  if ('kind' in condition) return numbersIn([condition.mask, ...condition.values])
  switch (condition.op) {
    case 'IN':
    case 'NOT_IN':
      return condition.values.slice(0, MAX_NUMBERS).flatMap(({ lo, hi }) => (lo === hi ? [lo] : []))
    case 'MASKED_EQ':
      return [condition.value, condition.valueTwo]
    default:
      return [condition.value]
  }
}

/** The number itself and its single bits. */
function partsOf(value: bigint, { kind }: FamilyFacts): readonly bigint[] {
  if (kind === 'enum' || value < 0n) return [value]
  const bits = Array.from({ length: 32 }, (_, bit) => 1n << BigInt(bit)).filter((bit) => (value & bit) !== 0n)
  return bits.length > 1 ? [value, ...bits] : [value]
}

/**
 * The names of `value`. Constants have at most 53 bits, so a number of 64 bits that is no constant cannot match one.
 */
const namesOf = ({ constants }: FamilyFacts, value: bigint, token: AbiToken): readonly string[] => {
  const number = Number(value)
  return number === 0
    ? []
    : constants
        .filter((one) => (one.on === undefined ? one.value : valueOn(one, token)) === number)
        .map(({ constant }) => constant)
}

/** A number of a comparison with its names on two ABIs. */
interface AmbiguousNumber {
  readonly value: bigint
  readonly here: string
  readonly there: string
}

/** Whether some constant of the family has another value on some ABI. */
const differsByAbi = ({ constants }: FamilyFacts): boolean => constants.some(({ on }) => on !== undefined)

function mixedIn(
  { condition, abi }: RuleComparison,
  facts: FamilyFacts,
  other: AbiToken,
): AmbiguousNumber | undefined {
  for (const whole of numbersOf(condition).slice(0, MAX_NUMBERS))
    for (const value of partsOf(whole, facts)) {
      const here = namesOf(facts, value, abi.token)
      if (here.length === 0) continue
      const there = namesOf(facts, value, other)
      if (there.length > 0 && !here.some((name) => there.includes(name)))
        return { value, here: here[0]!, there: there[0]! }
    }
  return undefined
}

/** One warning for each rule with such a number. */
export function constantsOfAnotherAbi(
  looked: WarningSubject,
  comparisons: readonly RuleComparison[],
): readonly Warning[] {
  if (looked.families.length === 0 || looked.on.length < 2) return []
  const byRule = grouped(comparisons, ({ entry, call }) => `${entry.index} ${call.name}`)
  const found = byRule.flatMap((group) => {
    const tokens = [...new Set(group.map(({ abi }) => abi.token))]
    for (const each of group) {
      const facts = looked.families.find(({ family }) => family === each.argument?.family)
      if (facts === undefined || facts.kind === 'various' || !differsByAbi(facts)) continue
      for (const other of tokens) {
        const mixed = other === each.abi.token ? undefined : mixedIn(each, facts, other)
        if (mixed !== undefined) return [{ ...each, ...mixed, other }]
      }
    }
    return []
  })
  return grouped(found, ({ entry }) => entry.index).map(
    ([{ entry, call, argument, value, here, there, abi, other }]) => {
      const number = `0x${value.toString(16)}`
      const brief = `${number} is ${here}; on ${other}, ${there}`
      const full =
        `${number} in the condition on ${quote(argument!.name)} of ` +
        `${quote(call.name)} is ${here} on ${abi.token} and ${there} on ${other}; write the constant by its name`
      return warning('constant-of-another-abi', ofRule(looked.policy, entry, { brief, full }), entry.place)
    },
  )
}
