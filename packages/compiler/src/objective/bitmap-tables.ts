import type { AbiTable } from '@seccompile/syscalls'

/**
 * Whether the kernel has an allow bitmap for the numbers of `abi`. The numbers of x32 lie past the end of the bitmap,
 * and mips has no bitmap. No other ABI has numbers that do not begin at 0.
 * @see kernel/seccomp.c: seccomp_cache_prepare_bitmap(); arch/ARCH/include/asm/seccomp.h: SECCOMP_ARCH_NATIVE
 */
export function hasBitmap(abi: AbiTable): boolean {
  return abi.base === 0
}

/** The number of numbers, from 0 on, that the kernel tries at attach: its table ends at the newest call. */
export function tableSize(abi: AbiTable): number {
  return abi.newest + 1
}
