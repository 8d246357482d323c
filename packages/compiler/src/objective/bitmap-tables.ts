import type { AbiTable } from '@seccompile/syscalls'

/**
 * Whether the kernel has an allow bitmap for the ABI's numbers. Those of x32 lie past the end of one, and mips has none:
 * the ABIs whose numbers do not begin at 0.
 * @see kernel/seccomp.c: seccomp_cache_prepare_bitmap(); arch/ARCH/include/asm/seccomp.h: SECCOMP_ARCH_NATIVE
 */
export function hasBitmap(abi: AbiTable): boolean {
  return abi.base === 0
}

/** Numbers from 0 that the kernel tries at attach: its table goes up to the newest call. */
export function tableSize(abi: AbiTable): number {
  return abi.newest + 1
}
