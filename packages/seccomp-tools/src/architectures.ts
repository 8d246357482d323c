/*
 * The architectures of seccomp-tools, and its names for their calls.
 *
 * The tool has names of its own for a few numbers, and its tables are those of one version of Linux. A name that an
 * older version of the tool lacks is an error there. So the writer uses only names that 1.6.2 has, or the first
 * version with the architecture. For later calls it writes numbers.
 *
 * @see seccomp-tools 1.6.2 and 1.7.1: lib/seccomp-tools/consts/sys_nr/*.rb, lib/seccomp-tools/const.rb
 */
import { AUDIT_ARCH } from '@seccompile/abi'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'

/** An architecture of the tool. */
export interface Architecture {
  readonly token: AbiToken
  /** The value of `--arch`, and the prefix of the name of a call: `i386.read`. */
  readonly name: string
  /** The value of `arch` and the word for it in the assembly. */
  readonly auditArch: number
  readonly word: string
  /** The names that differ from those of the kernel, with their numbers. */
  readonly aliases: ReadonlyMap<string, number>
  /** Numbers below this one have names in every version of the tool with the architecture. */
  readonly named: number
  /** Exceptions: numbers below it without a name in some version. */
  readonly unnamed: ReadonlySet<number>
}

const architecture = (
  token: AbiToken,
  name: string,
  arch: keyof typeof AUDIT_ARCH,
  named: number,
  aliases: Readonly<Record<string, number>> = {},
  unnamed: readonly number[] = [],
): Architecture => ({
  token,
  name,
  auditArch: AUDIT_ARCH[arch],
  word: `ARCH_${arch}`,
  aliases: new Map(Object.entries(aliases)),
  named,
  unnamed: new Set(unnamed),
})

/** All architectures of the tool. */
export const ARCHITECTURES: readonly Architecture[] = [
  architecture('x86_64', 'amd64', 'X86_64', 333, { pread: 17, pwrite: 18, timerfd: 283 }, [283]),
  architecture('x86', 'i386', 'I386', 384, { madvise1: 219, sys_kexec_load: 283, timerfd: 322 }, [283, 322]),
  architecture('aarch64', 'aarch64', 'AARCH64', 292, { getdents: 61, pread: 67, pwrite: 68, newfstat: 80 }),
  architecture('riscv64', 'riscv64', 'RISCV64', 472),
  architecture('s390x', 's390x', 'S390X', 443),
]

/** Bit 30 of the numbers of x32. To the tool, these are calls of amd64 with the prefix `x32_`. */
const X32_BIT = 0x4000_0000

/** The architecture of the tool for an ABI; `undefined` where the tool has none. */
export function architectureOf(token: AbiToken): Architecture | undefined {
  return ARCHITECTURES.find((one) => one.token === token)
}

/**
 * The number of the call `name` in the tool's words: a name of the kernel, a name of the tool, or, on amd64, either
 * with the prefix `x32_`. The tool gives a call with that prefix the number of amd64 with bit 30, even where x32 has
 * another number.
 */
export function callNumber(abi: AbiTable, name: string): number | undefined {
  const plain = abi.numbers.get(name) ?? architectureOf(abi.token)?.aliases.get(name)
  if (plain !== undefined) return plain
  const inner = abi.token === 'x86_64' && name.startsWith('x32_') ? callNumber(abi, name.slice(4)) : undefined
  return inner === undefined ? undefined : (inner | X32_BIT) >>> 0
}

/** Whether every version of the tool with the architecture has the kernel's name for the number. */
export function isNamed({ named, unnamed }: Architecture, nr: number): boolean {
  return nr < named && !unnamed.has(nr)
}

/** The name of a number in listings of the tool, with `x32_` on amd64. */
export function shownName(abi: AbiTable, nr: number): string | undefined {
  const name = abi.names.get(nr)
  if (name !== undefined || abi.token !== 'x86_64' || nr < X32_BIT) return name
  const inner = abi.names.get((nr & ~X32_BIT) >>> 0)
  return inner === undefined ? undefined : `x32_${inner}`
}
