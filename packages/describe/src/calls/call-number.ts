import { PolicyError } from '@seccompile/policy'
import { didYouMean, expectObject, expectText } from '@seccompile/shape'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/**
 * A whole number as people write one: decimal, 0x hexadecimal or 0o octal, perhaps negative; `undefined` for other
 * text. 04755 is other text: a shell and C read it as octal, and JavaScript leaves the base open.
 */
export function parseInteger(text: string): bigint | undefined {
  expectText(text, 'text')
  const match = /^(-?)(0x[0-9a-f]+|0o[0-7]+|0|[1-9]\d*)$/i.exec(text)
  if (match === null) return undefined
  const size = BigInt(match[2] ?? '') // of any size: the caller checks the bounds
  return match[1] === '-' ? -size : size
}

/**
 * The number (u32) of the call `text`, a name or a number, on `abi`.
 * @throws PolicyError when the ABI has no such call
 */
export function parseNumber(text: string, abi: AbiTable): number {
  expectText(text, 'text')
  expectObject(abi, 'abi', 'token', 'numbers')
  const value = parseInteger(text)
  if (value !== undefined) {
    if (value < -0x8000_0000n || value > 0xffff_ffffn)
      throw new PolicyError('E_NUMBER', `system call number ${text} does not fit 32 bits`)
    return Number(BigInt.asUintN(32, value))
  }
  const nr = numberOf(abi, text)
  if (nr !== undefined) return nr
  const hint = didYouMean(text, abi, '; give its number instead')
  throw new PolicyError('E_NAME', `"${text}" is no system call of ${abi.token}${hint}`)
}
