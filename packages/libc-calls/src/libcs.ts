import { expectText, oneOf, read } from '@seccompile/shape'
import { abis } from '@seccompile/syscalls'
import { MEASURED_WITH, OTHER_GLIBC } from './table.ts'
import type { AbiToken } from '@seccompile/syscalls'

/** The C libraries of the table. */
export const LIBCS = ['glibc', 'musl'] as const

/** A C library. */
export type LibcName = (typeof LIBCS)[number]

/** Whether `text` names a C library of the table. */
export function isLibc(text: string): text is LibcName {
  expectText(text, 'text')
  return (LIBCS as readonly string[]).includes(text)
}

/**
 * The ABIs for which a library has no port. No library has one for 64-bit programs of PA-RISC.
 * @see glibc 2.41 sysdeps/unix/sysv/linux: the folders of hppa and sh, and no 64-bit one of hppa
 * @see musl 1.2.5 arch: aarch64, arm, i386, loongarch64, m68k, mips, mips64, mipsn32, powerpc, powerpc64, riscv64, s390x, sh, x32, x86_64
 */
const NO_PORT: Readonly<Record<LibcName, readonly AbiToken[]>> = {
  glibc: ['parisc64'],
  musl: ['parisc', 'parisc64', 's390'],
}

/** The ABIs for which `libc` has a port. */
export function portsOf(libc: LibcName): readonly AbiToken[] {
  const without = NO_PORT[read(oneOf(LIBCS), libc, 'libc')]
  return abis.map(({ token }) => token).filter((token) => !without.includes(token))
}

const STATS_OF_32_BITS = ['stat', 'lstat', 'fstat', 'newfstatat']

/**
 * Calls that the kernel has on an ABI that was not measured, and that musl does not make there, or only after ENOSYS: it makes statx.
 * @see musl 1.2.5 arch/loongarch64/bits/syscall.h.in, which lacks both calls
 * @see musl 1.2.5 arch/mips64/kstat.h, with times of 32 bits, and src/stat/fstatat.c
 */
const NOT_MADE: Readonly<Partial<Record<AbiToken, readonly string[]>>> = {
  loongarch64: ['fstat', 'newfstatat'],
  mips64: STATS_OF_32_BITS,
  mipsel64: STATS_OF_32_BITS,
}

/** The calls of the kernel that `libc` does not make first on `abi`, which was not measured. */
export const callsNotMade = (libc: LibcName, abi: AbiToken): readonly string[] =>
  libc === 'musl' ? (NOT_MADE[abi] ?? []) : []

/** The version of `libc` that was measured on `abi`. */
export function measuredVersion(libc: LibcName, abi: AbiToken): string {
  expectText(abi, 'abi')
  const known = read(oneOf(LIBCS), libc, 'libc')
  return known === 'glibc' ? (OTHER_GLIBC[abi] ?? MEASURED_WITH.glibc) : MEASURED_WITH.musl
}
