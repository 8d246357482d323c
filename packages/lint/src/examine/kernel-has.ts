import { signatureOf } from '@seccompile/signatures'
import { isAtLeast } from '@seccompile/syscalls'
import type { ExaminedAbi, ExaminedFilter } from './examined.ts'

/** Whether the ABI has the call, and the kernel of the machine is new enough for it. */
export function kernelHas({ abi, has }: ExaminedAbi, { kernel }: ExaminedFilter, name: string): boolean {
  if (!has(name)) return false
  const [major, minor] = signatureOf(abi, name)?.since ?? [0, 0]
  return isAtLeast(kernel, { major, minor })
}
