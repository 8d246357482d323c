/*
 * The numbers of x86_64 that belong to no ABI, and that kernels before 5.4 run.
 *
 * These kernels have one table for x86_64 and x32. `ioctl` is 16 on x86_64 and 514 on x32, which has bit 30 set beside. So
 * 514 without the bit runs the entry point of x32, and 16 with the bit runs the entry point of x86_64 for a program of x32.
 * @see seccomp(2), "Caveats"; commit 6365b842aae4 of Linux
 */
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { Machine } from './machines.ts'

/** The kernel that gives each of these numbers ENOSYS. */
export const X32_SPLIT: readonly [major: number, minor: number] = [5, 4]

/** The numbers without an ABI that make the call `name` on `machine`, where `abi` is its x32. */
export function oldX32Numbers(abi: AbiTable, machine: Machine, name: string): readonly number[] {
  const main = machine.find(({ token }) => token === 'x86_64')
  if (abi.token !== 'x32' || main === undefined) return []
  const [native, own] = [numberOf(main, name), numberOf(abi, name)]
  const withBit = native === undefined ? [] : [(abi.base | native) >>> 0]
  const withoutBit = own === undefined ? [] : [own - abi.base]
  return [...withBit, ...withoutBit].filter((nr) => nr !== own && nr !== native)
}
