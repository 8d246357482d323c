import { read, u32 } from '@seccompile/shape'

/**
 * The `arch` values of `seccomp_data` that Linux ABIs report, by the kernel's names. x32 reports
 * `AUDIT_ARCH_X86_64`; the n32 ABIs of mips have values of their own.
 * @see include/uapi/linux/audit.h
 */
export const AUDIT_ARCH = {
  X86_64: 0xc000_003e,
  I386: 0x4000_0003,
  AARCH64: 0xc000_00b7,
  ARM: 0x4000_0028,
  LOONGARCH64: 0xc000_0102,
  M68K: 0x0000_0004,
  MIPS: 0x0000_0008,
  MIPSEL: 0x4000_0008,
  MIPS64: 0x8000_0008,
  MIPSEL64: 0xc000_0008,
  MIPS64N32: 0xa000_0008,
  MIPSEL64N32: 0xe000_0008,
  PARISC: 0x0000_000f,
  PARISC64: 0x8000_000f,
  PPC: 0x0000_0014,
  PPC64: 0x8000_0015,
  PPC64LE: 0xc000_0015,
  RISCV64: 0xc000_00f3,
  S390: 0x0000_0016,
  S390X: 0x8000_0016,
  SH: 0x0000_002a,
  SHEL: 0x4000_002a,
} as const

/** The name of an architecture value in {@link AUDIT_ARCH}. */
export type AuditArchName = keyof typeof AUDIT_ARCH

/**
 * The name of an `arch` value for people, such as `X86_64`; hexadecimal for an unknown value.
 * @throws RangeError where `arch` is no u32
 */
export function auditArchName(arch: number): string {
  read(u32, arch, 'arch')
  for (const name of Object.keys(AUDIT_ARCH) as AuditArchName[]) if (AUDIT_ARCH[name] === arch) return name
  return `0x${arch.toString(16).padStart(8, '0')}`
}
