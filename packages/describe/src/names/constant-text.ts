/*
 * Values and masks of arguments by the names of constants, if a name says more than the number.
 *
 * A value of flags with most bits set was not meant as a sum of flags, so it stays a number. A mask with most bits
 * set is shown by the bits that it leaves out.
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

/** Most set bits of a value that is shown as names of flags. */
const MAX_FLAGS = 16

/** The least negative number that is shown in decimal, as people know small ones. */
const LEAST_DECIMAL = -4096n

const bitsIn = (value: bigint): number => value.toString(2).replaceAll('0', '').length

/**
 * The prefix of families of operations of a multiplexer. People know an operation by the call that has its effect.
 */
const OPERATIONS = 'operations of '

/** The family of the constants that an argument of `call` takes. */
export function familyOf(call: string, { index, family }: CallArgument): string | undefined {
  return index === 0 && MULTIPLEXERS.some(({ name }) => name === call) ? `${OPERATIONS}${call}` : family
}

/** The name of the call that the operation `value` of a multiplexer makes. */
function operationText(family: string, value: bigint): string | undefined {
  const calls = MULTIPLEXERS.find(({ name }) => `${OPERATIONS}${name}` === family)?.calls ?? []
  return calls.find(({ call }) => BigInt(call) === value)?.name
}

const factsOf = (family: string): FamilyFacts | undefined =>
  constantFamilies.find((facts) => facts.family === family)

/** Whether the values of the family are flags, possibly combined with fields. */
export function isOfFlags(family: string): boolean {
  const kind = factsOf(family)?.kind
  return kind === 'flags' || kind === 'fields'
}

/** The result of `name` on every ABI, if all ABIs have the same one. */
function onAll(abis: readonly AbiToken[], name: (abi: AbiToken) => string | undefined): string | undefined {
  const [first, ...others] = abis.map(name)
  return others.every((other) => other === first) ? first : undefined
}

/** The masks of the fields of a family on an ABI. */
const fieldMasks = ({ masks }: FamilyFacts, abi: AbiToken): readonly bigint[] =>
  masks.map((mask) => BigInt(typeof mask === 'number' ? mask : (valueOn(mask, abi) ?? 0)))

/** Whether `mask` selects some bits of a field, but not all. */
const cutsField = (facts: FamilyFacts, abi: AbiToken, mask: bigint): boolean =>
  fieldMasks(facts, abi).some((field) => (mask & field) !== 0n && (mask & field) !== field)

/** `value` as names of flags; `undefined` for a value without such names. */
function flagsText(facts: FamilyFacts, value: bigint, abi: AbiToken): string | undefined {
  if (bitsIn(value) > MAX_FLAGS) return undefined
  const text = namesOfBits(facts.family as ConstantFamily, value, abi) // the facts are those of a family
  return /^(?:0x|\d|-)/.test(text) ? undefined : text
}

/**
 * The name of a value of an argument.
 * @param place - the place of the value: the whole argument, an end of a range, a call, or under a mask
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

/** A value as a number: small values in decimal; with `signedBits`, small negative values too. */
export function numberText(value: bigint, signedBits?: number): string {
  if (value < 10n) return value.toString()
  if (signedBits !== undefined && value < 1n << BigInt(signedBits)) {
    const signed = BigInt.asIntN(signedBits, value)
    if (signed < 0n && signed >= LEAST_DECIMAL) return signed.toString()
  }
  return `0x${value.toString(16)}`
}
