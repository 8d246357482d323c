/*
 * Values and masks of arguments by the names of constants, where a name says more than the number.
 *
 * A value of flags that has most bits set is no sum of flags that somebody meant: it stays a number. A mask with most
 * bits set is shown by what it leaves out.
 */
import { constantFamilies, nameOfValue, namesOfBits } from '@seccompile/constants/all'
import type { FamilyFacts } from '@seccompile/constants/all'
import { valueOn } from '@seccompile/constants'
import type { ConstantFamily } from '@seccompile/constants'
import { MULTIPLEXERS } from '@seccompile/syscalls'
import type { AbiToken, CallArgument } from '@seccompile/syscalls'

/** A family of constants, and the ABIs on which a name must have one value. */
export interface FamilyOn {
  readonly family: string
  readonly abis: readonly AbiToken[]
}

/** Most bits of a value that has the names of flags. */
const MAX_FLAGS = 16

/** Negative numbers down to this one are shown in decimal, as people know them. */
const LEAST_DECIMAL = -4096n

const bitsIn = (value: bigint): number => value.toString(2).replaceAll('0', '').length

/** The family of the operations of a multiplexer, which are known by the calls that do the same. */
const OPERATIONS = 'operations of '

/** The family of the constants that an argument of `call` takes. */
export function familyOf(call: string, { index, family }: CallArgument): string | undefined {
  return index === 0 && MULTIPLEXERS.some(({ name }) => name === call) ? `${OPERATIONS}${call}` : family
}

/** The call that the operation `value` of a multiplexer does. */
function operationText(family: string, value: bigint): string | undefined {
  const calls = MULTIPLEXERS.find(({ name }) => `${OPERATIONS}${name}` === family)?.calls ?? []
  return calls.find(({ call }) => BigInt(call) === value)?.name
}

const factsOf = (family: string): FamilyFacts | undefined =>
  constantFamilies.find((facts) => facts.family === family)

/** Whether the values of the family are flags, perhaps beside fields. */
export function isOfFlags(family: string): boolean {
  const kind = factsOf(family)?.kind
  return kind === 'flags' || kind === 'fields'
}

/** The name that `name` yields on every ABI, if it is the same on all. */
function onAll(abis: readonly AbiToken[], name: (abi: AbiToken) => string | undefined): string | undefined {
  const [first, ...others] = abis.map(name)
  return others.every((other) => other === first) ? first : undefined
}

/** The masks of the fields of a family on an ABI. */
const fieldMasks = ({ masks }: FamilyFacts, abi: AbiToken): readonly bigint[] =>
  masks.map((mask) => BigInt(typeof mask === 'number' ? mask : (valueOn(mask, abi) ?? 0)))

/** Whether `mask` has some bits of a field and not all. */
const cutsField = (facts: FamilyFacts, abi: AbiToken, mask: bigint): boolean =>
  fieldMasks(facts, abi).some((field) => (mask & field) !== 0n && (mask & field) !== field)

/** `value` as names of flags, `undefined` where it has none. */
function flagsText(facts: FamilyFacts, value: bigint, abi: AbiToken): string | undefined {
  if (bitsIn(value) > MAX_FLAGS) return undefined
  const text = namesOfBits(facts.family as ConstantFamily, value, abi) // the facts are those of a family
  return /^(?:0x|\d|-)/.test(text) ? undefined : text
}

/**
 * The name of a value of an argument.
 * @param place - where the value stands: as the whole argument, as an end of a range, in a call, or under a mask
 */
export function valueText(
  { family, abis }: FamilyOn,
  value: bigint,
  place: 'whole' | 'end' | 'call' | bigint,
): string | undefined {
  if (family.startsWith(OPERATIONS)) return operationText(family, value)
  const facts = factsOf(family)
  if (facts === undefined || facts.kind === 'various') return undefined
  return onAll(abis, (abi) => {
    const exact = nameOfValue(facts.family as ConstantFamily, value, abi) // the facts are those of a family
    const mask = typeof place === 'bigint' ? place : undefined
    if (facts.kind === 'enum') return mask === undefined ? exact : undefined
    if (place === 'end') return undefined
    if (mask !== undefined && cutsField(facts, abi, mask)) return undefined
    const isField = mask !== undefined && fieldMasks(facts, abi).includes(mask)
    if (value === 0n) return place === 'whole' || isField ? exact : undefined
    return exact ?? flagsText(facts, value, abi)
  })
}

/** The name of a mask of an argument of `width` bits: its flags, or `~` and the flags that it leaves out. */
export function maskText({ family, abis }: FamilyOn, mask: bigint, width: number): string | undefined {
  const facts = factsOf(family)
  if (facts === undefined || !isOfFlags(family) || mask === 0n) return undefined
  return onAll(abis, (abi) => {
    if (cutsField(facts, abi, mask)) return undefined
    if (2 * bitsIn(mask) <= width) return flagsText(facts, mask, abi)
    const out = ((1n << BigInt(width)) - 1n) & ~mask
    const left = out === 0n || cutsField(facts, abi, out) ? undefined : flagsText(facts, out, abi)
    if (left === undefined || left.includes('0x')) return undefined
    return left.includes('|') ? `~(${left})` : `~${left}`
  })
}

/** A value as a number: small ones in decimal, and where `signedBits` are given, small negative ones too. */
export function numberText(value: bigint, signedBits?: number): string {
  if (value < 10n) return value.toString()
  if (signedBits !== undefined && value < 1n << BigInt(signedBits)) {
    const signed = BigInt.asIntN(signedBits, value)
    if (signed < 0n && signed >= LEAST_DECIMAL) return signed.toString()
  }
  return `0x${value.toString(16)}`
}
