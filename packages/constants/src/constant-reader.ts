import { checkKeys, fail, listOf, member, oneOf, optional, record, text, whole } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import { TOKENS } from './constant/abi-groups.ts'
import { bits } from './bits.ts'
import type { Bits } from './bits.ts'
import { constantOf } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

const value = whole(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER)

const exceptions: Reader<NonNullable<Constant['on']>> = (at) => {
  checkKeys(at, TOKENS)
  const on: Partial<Record<AbiToken, number | null>> = {}
  for (const token of TOKENS) {
    const field = member(at, token)
    if (field.value !== undefined) on[token] = field.value === null ? null : value(field)
  }
  return on
}

const fields = record<Constant>({
  constant: text,
  family: text,
  value: optional(value),
  on: optional(exceptions),
})

/** Reads a constant, of this package or another copy of it, or an object of its shape. The result is a copy. */
export const constantReader: Reader<Constant> = (at) => {
  const { constant, family, value: common, on } = fields(at)
  return constantOf(family, constant, common, on)
}

const bitsFields = record<Bits>({ bits: listOf(constantReader), family: text })

/** Reads a result of `bits()`, or an object of its shape. The result is a copy. */
export const bitsReader: Reader<Bits> = (at) => {
  const { bits: constants, family } = bitsFields(at)
  const list = member(at, 'bits')
  if (constants.length === 0) return fail(list, 'one constant or more')
  for (const [i, one] of constants.entries())
    oneOf([family])({ ...at, value: one.family, where: `${list.where}[${i}].family` })
  return bits(...constants)
}
