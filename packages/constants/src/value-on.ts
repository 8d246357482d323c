import { expectList, expectObject, oneOf, read } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import { TOKENS } from './constant/abi-groups.ts'
import type { Bits } from './bits.ts'
import type { Constant } from './constant/constant.ts'

const tokenReader = oneOf(TOKENS)

/**
 * The value of a constant, or of bits, on an ABI; undefined if the ABI lacks one of the constants. A value is a whole
 * number within 53 bits; a few, such as `AT_FDCWD`, are negative.
 * @throws TypeError for an unknown ABI
 */
export function valueOn(what: Constant | Bits, abi: AbiToken): number | undefined {
  expectObject(what, 'constant')
  if (!('constant' in what)) expectList(what.bits, 'bits')
  read(tokenReader, abi, 'ABI')
  if ('constant' in what) return constantOn(what, abi)
  let all = 0n
  for (const one of what.bits) {
    const value = constantOn(one, abi)
    if (value === undefined) return undefined
    all |= BigInt(value)
  }
  return Number(all)
}

function constantOn({ value, on }: Constant, abi: AbiToken): number | undefined {
  // Only own keys count: an object from elsewhere may have any prototype.
  return on !== undefined && Object.hasOwn(on, abi) ? (on[abi] ?? undefined) : value
}
