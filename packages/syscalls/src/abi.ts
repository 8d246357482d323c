import type { AbiToken } from './tables/tokens.ts'

/** What Linux and the tools around it say of one ABI. */
export interface AbiFacts<Token extends AbiToken = AbiToken> {
  /** The name used all through this project, and libseccomp's. */
  readonly token: Token
  /** The name in the `architectures` and `archMap` of an OCI or Docker profile. */
  readonly scmpName: `SCMP_ARCH_${string}`
  /** The name in the `arches` of a Docker profile: `amd64`, and `x86`, where GOARCH says `386`. */
  readonly goArch: string
  /** What else names this ABI and no other: GOARCH, `uname -m`, Node's `process.arch`, Debian's port. */
  readonly aliases: readonly string[]
  /** `seccomp_data.arch`, a u32. x32 has the value of x86_64: the two differ by bit 30 of `nr`. */
  readonly auditArch: number
  readonly endianness: 'little' | 'big'
  /** How many bits of an argument carry meaning; 32 for the ABIs with 64-bit registers and 32-bit pointers too. */
  readonly wordSize: 32 | 64
  /** Where the ABI's numbers begin: bit 30 for x32, 4000, 5000 or 6000 for mips, else 0. Numbers of a table include it. */
  readonly base: number
}

/** The facts of an ABI and its system calls, both ways. Plain data: read it through `numberOf`, `nameOf`, `calls`. */
export interface AbiTable<Token extends AbiToken = AbiToken> extends AbiFacts<Token> {
  /** From name to number as `seccomp_data.nr` has it: a u32 with the base in it. */
  readonly numbers: ReadonlyMap<string, number>
  /** From number to name, the exact inverse of `numbers`. */
  readonly names: ReadonlyMap<number, string>
  /**
   * The highest number of the numbering that new calls continue: anything above it is a call of a later kernel, but
   * for the ABI's own numbers, which lie apart (arm from 0x0f0000, x32 from 512).
   */
  readonly newest: number
}

/** One system call of one ABI; `nr` is a u32 with the ABI's base in it. */
export interface Syscall {
  readonly name: string
  readonly nr: number
}
